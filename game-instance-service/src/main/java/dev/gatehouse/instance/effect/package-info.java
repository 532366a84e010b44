/// Carries out what follows from an instance's changes, by the ports of the other features: players hear,
/// servers hear, servers are given back. Decides nothing.
@NullMarked
package dev.gatehouse.instance.effect;

import org.jspecify.annotations.NullMarked;
