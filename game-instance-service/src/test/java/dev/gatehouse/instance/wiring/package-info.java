@NullMarked
package dev.gatehouse.instance.wiring;

import org.jspecify.annotations.NullMarked;
