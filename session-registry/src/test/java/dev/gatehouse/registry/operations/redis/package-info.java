/// One test for each script.
@NullMarked
package dev.gatehouse.registry.operations.redis;

import org.jspecify.annotations.NullMarked;
