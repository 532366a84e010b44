/// Carries requests to a vendor over HTTP.
@NullMarked
package dev.gatehouse.webhook.http;

import org.jspecify.annotations.NullMarked;
