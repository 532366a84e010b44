/// What operators rule at run time: which clients of a game may play and when, and how a player stands. Holds the
/// rules and reads them; what a rule means for a client or a session, the services decide.
@NullMarked
package dev.gatehouse.registry.operations;

import org.jspecify.annotations.NullMarked;
