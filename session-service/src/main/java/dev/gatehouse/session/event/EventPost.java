package dev.gatehouse.session.event;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.EventScope;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.registry.topic.Posted;
import dev.gatehouse.registry.topic.Topic;
import dev.gatehouse.registry.topic.Topics;
import dev.gatehouse.registry.topic.Word;
import dev.gatehouse.session.topic.TopicMessages;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Puts events into the topic of their scope.
///
/// @param limits of every event, whoever sends it
public record EventPost(EventProperties limits, Topics topics) {

    private static final int MAX_NAME_LENGTH = 64;

    /// @param sender must be a member where the scope is a group; absent for server code
    /// @throws IllegalArgumentException if [#mistake] finds one
    CompletionStage<Posted> post(
            GameId game, @Nullable Sender sender, String name, EventScope scope, JsonText payload) {
        var mistake = mistake(name, scope, payload);
        if (mistake != null) {
            throw new IllegalArgumentException(mistake);
        }
        var player = sender == null ? null : sender.player();
        var what = TopicMessages.said(new ServerMessage.Event(name, scope, payload, player));
        var member = sender == null || scope.group() == null ? null : sender.session();
        return topics.say(topicOf(game, scope), member, sender == null ? null : sender.word(), what);
    }

    /// A client that sends.
    ///
    /// @param seq of its message, in its session
    record Sender(PlayerId player, SessionId session, long seq) {

        /// A session's numbers go on wherever it goes, so none comes twice.
        Word word() {
            return new Word(session, seq);
        }
    }

    /// What is wrong with an event; null if nothing is.
    @Nullable
    String mistake(String name, EventScope scope, JsonText payload) {
        if (name.isEmpty() || name.length() > MAX_NAME_LENGTH) {
            return "name: " + name.length() + " characters (expected: 1 to " + MAX_NAME_LENGTH + ")";
        }
        int size = payload.text().getBytes(StandardCharsets.UTF_8).length;
        if (size > limits.maxPayloadBytes()) {
            return "payload: " + size + " bytes (expected: at most " + limits.maxPayloadBytes() + ")";
        }
        var group = scope.group();
        return group != null && !Topic.isGroup(group) ? "scope.group: no name of a group" : null;
    }

    private static Topic topicOf(GameId game, EventScope scope) {
        if (scope.group() != null) {
            return Topic.group(game, scope.group());
        }
        return scope.user() == null ? Topic.everybody(game) : Topic.user(game, scope.user());
    }
}
