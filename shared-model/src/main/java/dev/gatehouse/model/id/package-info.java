/// Names of things: games, players, sessions, devices, nodes, instances, game servers. Never bare strings.
@NullMarked
package dev.gatehouse.model.id;

import org.jspecify.annotations.NullMarked;
