/// The scripts behind `GameInstances`, `InstanceLinks` and the rest, and the form in which an instance is stored.
@NullMarked
package dev.gatehouse.registry.instance.redis;

import org.jspecify.annotations.NullMarked;
