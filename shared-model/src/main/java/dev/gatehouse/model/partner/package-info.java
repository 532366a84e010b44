/// What game servers and game-instance-service say to each other over the partner link, the tokens that open it
/// and the tickets that let players in. Both ends use it, so neither can read a message or a token differently.
/// JSON only. Does not decide who may do what: that is game-instance-service.
@NullMarked
package dev.gatehouse.model.partner;

import org.jspecify.annotations.NullMarked;
