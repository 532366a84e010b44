@NullMarked
package dev.gatehouse.instance.pool;

import org.jspecify.annotations.NullMarked;
