/// HTTP at both sides of game-instance-service: what a studio's backend asks of it, and what it
/// asks of session-service.
@NullMarked
package dev.gatehouse.launcher.simulator.http;

import org.jspecify.annotations.NullMarked;
