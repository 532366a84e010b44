package dev.gatehouse.model.servercode;

import dev.gatehouse.model.protocol.CallError;
import dev.gatehouse.model.schema.JsonText;
import java.util.concurrent.CompletionStage;

/// A call of a client that is under way.
public interface ClientCall {

    /// What the client says, or why nothing came of it; never exceptionally. Completes on a thread
    /// for the games' code, which may block. A session that moves to another node ends its calls
    /// here as `session_moved`: whether the client has done anything is not known.
    CompletionStage<Answer> answer();

    /// Waits no more: the client is told, and the answer is `cancelled`. Does nothing once there is an
    /// answer.
    void cancel();

    /// What came of a call.
    sealed interface Answer {

        record Value(JsonText value) implements Answer {}

        /// @param error of the client's own, or one of [dev.gatehouse.model.protocol.CallErrorCode]
        record Failed(CallError error) implements Answer {}
    }
}
