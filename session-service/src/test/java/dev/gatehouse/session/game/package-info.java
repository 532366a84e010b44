/// Tests of how the games' hooks are called, and what their failure means.
@NullMarked
package dev.gatehouse.session.game;

import org.jspecify.annotations.NullMarked;
