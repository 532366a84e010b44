/// The scripts behind `GameInstances` and `InstanceLinks`, and the form in which an instance is stored.
@NullMarked
package dev.gatehouse.registry.instance.redis;

import org.jspecify.annotations.NullMarked;
