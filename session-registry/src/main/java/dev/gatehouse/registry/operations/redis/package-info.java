/// The scripts behind `Operations` and `Standings`, one class each.
@NullMarked
package dev.gatehouse.registry.operations.redis;

import org.jspecify.annotations.NullMarked;
