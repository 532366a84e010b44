/// Accounts bound to a device, for games without an identity provider and for development.
@NullMarked
package dev.gatehouse.proxy.guest;

import org.jspecify.annotations.NullMarked;
