package dev.gatehouse.model.lifecycle;

import static dev.gatehouse.model.lifecycle.ConnectionState.*;
import static dev.gatehouse.model.lifecycle.ConnectionTrigger.*;
import static dev.gatehouse.model.lifecycle.TransitionTable.move;

/// How the connection below a session moves. Drawn in docs/lifecycles.md.
public final class ConnectionLifecycle {

    public static final TransitionTable<ConnectionState, ConnectionTrigger> TABLE = TransitionTable.of(
            move(NOT_CONNECTED, ATTEMPT_BEGUN, CONNECTING),
            move(CONNECTING, SESSION_RUNS, CONNECTED),
            move(CONNECTING, CONNECTION_FAILED, ERROR),
            move(CONNECTING, CLOSE_CALLED, NOT_CONNECTED),
            move(CONNECTED, CONNECTION_FAILED, ERROR),
            move(CONNECTED, CLOSE_CALLED, NOT_CONNECTED),
            move(ERROR, ATTEMPT_BEGUN, CONNECTING),
            move(ERROR, CLOSE_CALLED, NOT_CONNECTED));

    private ConnectionLifecycle() {}
}
