package dev.gatehouse.client;

import dev.gatehouse.model.lifecycle.ConnectionLifecycle;
import dev.gatehouse.model.lifecycle.ConnectionState;
import dev.gatehouse.model.lifecycle.ConnectionTrigger;
import dev.gatehouse.model.lifecycle.SessionLifecycle;
import dev.gatehouse.model.lifecycle.SessionState;
import dev.gatehouse.model.lifecycle.SessionTrigger;

/// Where a session and its connection stand. Makes the moves that the tables allow, and no other.
final class Progress {

    private SessionState session = SessionState.OFFLINE;
    private ConnectionState connection = ConnectionState.NOT_CONNECTED;

    SessionState session() {
        return session;
    }

    ConnectionState connection() {
        return connection;
    }

    /// @throws IllegalStateException if there is no such move
    void move(SessionTrigger trigger) {
        var from = session;
        session = SessionLifecycle.TABLE
                .next(from, trigger)
                .orElseThrow(() -> new IllegalStateException(trigger + " in " + from));
    }

    /// @throws IllegalStateException if there is no such move
    void move(ConnectionTrigger trigger) {
        var from = connection;
        connection = ConnectionLifecycle.TABLE
                .next(from, trigger)
                .orElseThrow(() -> new IllegalStateException(trigger + " in " + from));
    }
}
