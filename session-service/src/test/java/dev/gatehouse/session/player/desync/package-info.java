/// Tests of what is kept of desyncs.
@NullMarked
package dev.gatehouse.session.player.desync;

import org.jspecify.annotations.NullMarked;
