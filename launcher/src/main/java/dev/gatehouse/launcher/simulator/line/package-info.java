/// The way between a game server and the service: looks into the messages of links, which are JSON
/// in frames of RFC 6455, cuts links, and where it is told to refuses, or loses an answer. Decides
/// nothing.
@NullMarked
package dev.gatehouse.launcher.simulator.line;

import org.jspecify.annotations.NullMarked;
