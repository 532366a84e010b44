/// The scripts behind `DesyncBundles`, one class each.
@NullMarked
package dev.gatehouse.registry.desync.redis;

import org.jspecify.annotations.NullMarked;
