/// Accounts without an identity provider: bound to the device, for games that want none and for
/// development.
@NullMarked
package dev.gatehouse.client.guest;

import org.jspecify.annotations.NullMarked;
