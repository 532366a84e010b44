package dev.gatehouse.client;

import dev.gatehouse.client.calls.Calls;
import dev.gatehouse.client.calls.Fate;
import dev.gatehouse.client.calls.Logins;
import dev.gatehouse.client.calls.Outlet;
import dev.gatehouse.client.calls.ServerCalls;
import dev.gatehouse.client.live.Documents;
import dev.gatehouse.client.live.Events;
import dev.gatehouse.client.live.Groups;
import java.util.function.Predicate;

/// What a client does over its sessions besides the play. Guarded by the core's lock.
record Talk(Calls calls, ServerCalls serverCalls, Logins logins, Events events, Groups groups, Documents documents) {

    /// @param onTaken gets a token that the server has taken, and says whether a session of the player's has to
    ///     follow
    static Talk over(Outlet outlet, Predicate<String> onTaken) {
        return new Talk(
                new Calls(outlet),
                new ServerCalls(outlet),
                new Logins(outlet, onTaken),
                new Events(outlet),
                new Groups(outlet),
                new Documents(outlet));
    }

    /// A new session is open: what outlived the one before is asked for again.
    void restore() {
        groups.restore();
        documents.restore();
        logins.begun();
    }

    /// The session has a new owner.
    void rewound(Fate fate) {
        calls.rewound(fate);
        serverCalls.abandon();
        logins.rewound(fate);
        groups.rewound(fate);
        if (fate.gap()) {
            documents.awaitSnapshots();
        }
    }

    /// The session is given up. Whoever waits for something hears that it will not come.
    void abandon() {
        calls.abandon();
        serverCalls.abandon();
        logins.abandon();
        groups.abandon();
        documents.abandon();
    }
}
