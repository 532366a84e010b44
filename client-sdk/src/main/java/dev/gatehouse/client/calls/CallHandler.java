package dev.gatehouse.client.calls;

import dev.gatehouse.model.schema.JsonText;
import java.util.concurrent.CompletionStage;

/// Answers the server's calls of one method. Called on the listener's thread; a stage that is not done
/// yet keeps nobody waiting but the server.
///
/// A [CallFailedException], thrown or in the stage, is told to the server as it is, anything else as
/// `server_error` without its text. When the server does not wait any more, the stage is cancelled.
@FunctionalInterface
public interface CallHandler {

    /// @param args an object with the parameters by name
    /// @return the answer, a JSON value
    CompletionStage<JsonText> answer(JsonText args) throws CallFailedException;
}
