/// The games that this node hosts, and their hooks: called on virtual threads, with a deadline, and what their
/// failure means, and which words of it may be logged. Knows nothing of sessions, and of models only that.
@NullMarked
package dev.gatehouse.session.game;

import org.jspecify.annotations.NullMarked;
