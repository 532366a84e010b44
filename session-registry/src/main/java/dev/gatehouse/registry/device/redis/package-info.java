/// The scripts behind `DeviceClaims`, one class each.
@NullMarked
package dev.gatehouse.registry.device.redis;

import org.jspecify.annotations.NullMarked;
