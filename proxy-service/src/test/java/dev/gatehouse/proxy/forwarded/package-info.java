@NullMarked
package dev.gatehouse.proxy.forwarded;

import org.jspecify.annotations.NullMarked;
