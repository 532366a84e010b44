/// Which sessions a device has in a game, so that the connection policy can be asked about them. Decides
/// nothing about them, and knows no device tokens: a `DeviceKey` stands for one.
@NullMarked
package dev.gatehouse.registry.device;

import org.jspecify.annotations.NullMarked;
