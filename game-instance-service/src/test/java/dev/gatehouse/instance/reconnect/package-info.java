@NullMarked
package dev.gatehouse.instance.reconnect;

import org.jspecify.annotations.NullMarked;
