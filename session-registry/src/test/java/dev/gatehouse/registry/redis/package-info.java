/// How scripts are sent, and what their files promise.
@NullMarked
package dev.gatehouse.registry.redis;

import org.jspecify.annotations.NullMarked;
