/// The player's own copy of the model: what was run here and not yet confirmed, and how it meets what
/// the server says. Internal; guarded by the session's lock.
@NullMarked
package dev.gatehouse.client.play;

import org.jspecify.annotations.NullMarked;
