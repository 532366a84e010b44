package dev.gatehouse.session.document;

import dev.gatehouse.session.session.Peer;

/// One subscription of a session's.
///
/// @param id that its client gave it
/// @param over called when there is no more to come; must not block, and not come back here
record Subscriber(Peer peer, long id, Runnable over) {}
