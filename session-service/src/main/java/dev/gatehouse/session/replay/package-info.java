/// Plays a desync again, outside of any service. Knows the games, and nothing of a running suite.
@NullMarked
package dev.gatehouse.session.replay;

import org.jspecify.annotations.NullMarked;
