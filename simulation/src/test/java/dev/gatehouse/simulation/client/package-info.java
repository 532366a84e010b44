/// A player: the client SDK of production over a transport that is none, and what the player does with it.
@NullMarked
package dev.gatehouse.simulation.client;

import org.jspecify.annotations.NullMarked;
