@NullMarked
package dev.gatehouse.registry.instance.redis;

import org.jspecify.annotations.NullMarked;
