@NullMarked
package dev.gatehouse.instance.allocation.process;

import org.jspecify.annotations.NullMarked;
