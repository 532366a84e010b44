@NullMarked
package dev.gatehouse.webhook;

import org.jspecify.annotations.NullMarked;
