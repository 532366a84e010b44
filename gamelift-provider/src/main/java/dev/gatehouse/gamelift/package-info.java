/// Asks Amazon GameLift for game sessions, of a queue or of one fleet, Anywhere fleets included. A session is
/// found again by its properties, which hold the server's id.
@NullMarked
package dev.gatehouse.gamelift;

import org.jspecify.annotations.NullMarked;
