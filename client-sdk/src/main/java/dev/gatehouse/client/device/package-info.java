/// What a client asks of the device it runs on: whether there is a network, and a place for the
/// device's token. Ports; the game says what stands behind them.
@NullMarked
package dev.gatehouse.client.device;

import org.jspecify.annotations.NullMarked;
