/// The scripts behind `NodeDirectory`, one class each.
@NullMarked
package dev.gatehouse.registry.node.redis;

import org.jspecify.annotations.NullMarked;
