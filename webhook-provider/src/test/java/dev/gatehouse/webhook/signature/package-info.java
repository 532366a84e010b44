@NullMarked
package dev.gatehouse.webhook.signature;

import org.jspecify.annotations.NullMarked;
