@NullMarked
package dev.gatehouse.agones.wiring;

import org.jspecify.annotations.NullMarked;
