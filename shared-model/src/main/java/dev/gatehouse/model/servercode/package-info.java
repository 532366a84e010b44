/// What a game's jar gives to the services: its definition and its hooks. No Spring, no transport; the services decide
/// when a hook is called, with which deadline, and what its failure means.
@NullMarked
package dev.gatehouse.model.servercode;

import org.jspecify.annotations.NullMarked;
