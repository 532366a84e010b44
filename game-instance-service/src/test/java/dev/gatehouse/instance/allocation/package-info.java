@NullMarked
package dev.gatehouse.instance.allocation;

import org.jspecify.annotations.NullMarked;
