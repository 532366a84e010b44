/// The games that this node hosts, and their hooks: called on virtual threads, with a deadline, and what their
/// failure means. Knows nothing of sessions and models.
@NullMarked
package dev.gatehouse.session.game;

import org.jspecify.annotations.NullMarked;
