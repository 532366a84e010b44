/// Events: who may send them, and how they get to everybody in their scope, on every node. An event takes the way of
/// its scope's topic even to a session beside its sender, so that all hear the same order.
@NullMarked
package dev.gatehouse.session.event;

import org.jspecify.annotations.NullMarked;
