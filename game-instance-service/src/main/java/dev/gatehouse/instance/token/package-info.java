/// Partner tokens and tickets: what is in them, and whether a pair is good. Signing and checking of one token
/// is [dev.gatehouse.model.partner]; whether a pair is still the one of its instance is
/// [dev.gatehouse.instance.partner].
@NullMarked
package dev.gatehouse.instance.token;

import org.jspecify.annotations.NullMarked;
