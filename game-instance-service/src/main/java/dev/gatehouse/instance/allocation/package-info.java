/// Game servers: how they are asked for and given back, and who may be asked. What an instance becomes
/// meanwhile is decided in [dev.gatehouse.instance.life].
@NullMarked
package dev.gatehouse.instance.allocation;

import org.jspecify.annotations.NullMarked;
