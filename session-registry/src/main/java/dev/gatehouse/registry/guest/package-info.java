/// Which player a guest's device plays as. Knows no tokens.
@NullMarked
package dev.gatehouse.registry.guest;

import org.jspecify.annotations.NullMarked;
