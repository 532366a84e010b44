@NullMarked
package dev.gatehouse.webhook.http;

import org.jspecify.annotations.NullMarked;
