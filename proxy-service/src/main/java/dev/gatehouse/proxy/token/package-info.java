/// Whose token is it? Knows what a player token must say, not how its signature is checked.
@NullMarked
package dev.gatehouse.proxy.token;

import org.jspecify.annotations.NullMarked;
