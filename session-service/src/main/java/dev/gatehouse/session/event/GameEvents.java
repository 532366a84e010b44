package dev.gatehouse.session.event;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.protocol.EventScope;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.servercode.Events;
import java.util.concurrent.CompletionStage;

/// Events of one game's server code.
public record GameEvents(GameId game, EventPost post) implements Events {

    @Override
    public CompletionStage<Void> send(String name, EventScope scope, JsonText payload) {
        return post.post(game, null, name, scope, payload).thenAccept(_ -> {});
    }
}
