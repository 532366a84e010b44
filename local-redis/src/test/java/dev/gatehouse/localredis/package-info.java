/// Tests of the Redis process, its binary and its options.
@NullMarked
package dev.gatehouse.localredis;

import org.jspecify.annotations.NullMarked;
