/// Guests' tokens as JSON Web Tokens, with Nimbus.
@NullMarked
package dev.gatehouse.proxy.guest.jose;

import org.jspecify.annotations.NullMarked;
