@NullMarked
package dev.gatehouse.instance.effect.metrics;

import org.jspecify.annotations.NullMarked;
