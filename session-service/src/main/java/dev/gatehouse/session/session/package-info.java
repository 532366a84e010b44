/// One player's stay in one game: numbered messages both ways, resume, keep-alive, pauses, and how it ends.
/// Decides; the socket is a [Line] that somebody else holds. Knows nothing of models and actions.
@NullMarked
package dev.gatehouse.session.session;

import org.jspecify.annotations.NullMarked;
