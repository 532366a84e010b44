/// Topics: groups, a player's sessions, everybody in a game. A topic has members and a short log whose entries are
/// numbered without holes; the nodes that host listeners hear of each entry at once over a bus that may lose
/// messages, and find what they missed by its number. Knows nothing of what is said.
@NullMarked
package dev.gatehouse.registry.topic;

import org.jspecify.annotations.NullMarked;
