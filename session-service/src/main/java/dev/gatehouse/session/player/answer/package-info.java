/// What is asked of a node's players, and what each caller hears: values only, for everybody and any thread.
@NullMarked
package dev.gatehouse.session.player.answer;

import org.jspecify.annotations.NullMarked;
