package dev.gatehouse.model.lifecycle;

import static dev.gatehouse.model.lifecycle.SessionState.*;
import static dev.gatehouse.model.lifecycle.SessionTrigger.*;
import static dev.gatehouse.model.lifecycle.TransitionTable.move;

/// How a session moves between the four states a game can see. Drawn in docs/lifecycles.md.
public final class SessionLifecycle {

    public static final TransitionTable<SessionState, SessionTrigger> TABLE = TransitionTable.of(
            move(OFFLINE, CONNECT_CALLED, RECOVERING),
            move(RECOVERING, CLIENT_READY, ACTIVE),
            move(RECOVERING, GAVE_UP, OFFLINE),
            move(RECOVERING, FORCED_OUT, BANNED),
            move(RECOVERING, CLOSE_CALLED, OFFLINE),
            move(ACTIVE, SOCKET_LOST, RECOVERING),
            move(ACTIVE, FORCED_OUT, BANNED),
            move(ACTIVE, CLOSE_CALLED, OFFLINE));

    private SessionLifecycle() {}
}
