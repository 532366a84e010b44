/// The service that owns game instances: who plays in which, which game server runs it, whom that server may
/// speak for. Players' sockets and models are not here: those are proxy-service's and session-service's.
@NullMarked
package dev.gatehouse.instance;

import org.jspecify.annotations.NullMarked;
