/// Game instances as Redis keeps them, who may change one when, which link of its server is live and which
/// tickets are used up. What an instance may become is decided by game-instance-service.
@NullMarked
package dev.gatehouse.registry.instance;

import org.jspecify.annotations.NullMarked;
