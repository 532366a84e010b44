/// Players who come back: what their new sessions hear of the instances that they are in.
@NullMarked
package dev.gatehouse.instance.reconnect;

import org.jspecify.annotations.NullMarked;
