@NullMarked
package dev.gatehouse.instance.call.redis;

import org.jspecify.annotations.NullMarked;
