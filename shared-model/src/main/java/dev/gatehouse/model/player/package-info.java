/// The player-model framework: models, actions, and the timeline that client and server both run. Pure: no clock, no
/// I/O, no transport. What the bytes look like is `model.codec`'s; who sends what when is the client's and the
/// session's.
@NullMarked
package dev.gatehouse.model.player;

import org.jspecify.annotations.NullMarked;
