@NullMarked
package dev.gatehouse.agones;

import org.jspecify.annotations.NullMarked;
