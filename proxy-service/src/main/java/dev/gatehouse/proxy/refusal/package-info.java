/// Turning clients away: what is said, and how a chain of checks carries it. Which check refuses what belongs to the
/// features that check.
@NullMarked
package dev.gatehouse.proxy.refusal;

import org.jspecify.annotations.NullMarked;
