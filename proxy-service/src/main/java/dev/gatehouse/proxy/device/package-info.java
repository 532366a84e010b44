/// Several sessions from one device: who stays? Claims the device, asks the game, ends the losers. Sessions of one
/// player
/// on different devices are session-service's business.
@NullMarked
package dev.gatehouse.proxy.device;

import org.jspecify.annotations.NullMarked;
