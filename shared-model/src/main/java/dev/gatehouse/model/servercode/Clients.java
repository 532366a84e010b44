package dev.gatehouse.model.servercode;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.schema.JsonText;
import java.time.Duration;

/// Calls the clients of this node's sessions. From any thread; never blocks.
public interface Clients {

    /// Calls a method of a client's. A client that has lost its socket hears of it when it is back, if
    /// the call still waits then.
    ///
    /// @param session of this node, such as that of a [Caller]; any other is `not_found`
    /// @param args an object with the parameters by name
    /// @param timeout how long the answer may take; bounded by the node's setting
    ClientCall call(SessionId session, String method, JsonText args, Duration timeout);
}
