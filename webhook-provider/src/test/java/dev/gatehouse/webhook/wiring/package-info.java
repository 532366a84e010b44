@NullMarked
package dev.gatehouse.webhook.wiring;

import org.jspecify.annotations.NullMarked;
