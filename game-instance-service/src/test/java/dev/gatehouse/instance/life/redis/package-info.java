@NullMarked
package dev.gatehouse.instance.life.redis;

import org.jspecify.annotations.NullMarked;
