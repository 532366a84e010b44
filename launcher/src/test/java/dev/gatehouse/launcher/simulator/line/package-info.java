/// Tests of the way between a game server and the service.
@NullMarked
package dev.gatehouse.launcher.simulator.line;

import org.jspecify.annotations.NullMarked;
