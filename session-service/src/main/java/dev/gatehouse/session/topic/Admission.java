package dev.gatehouse.session.topic;

import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.registry.topic.Posted;
import dev.gatehouse.registry.topic.Topic;
import dev.gatehouse.registry.topic.TopicMember;
import dev.gatehouse.registry.topic.Topics;
import dev.gatehouse.session.session.Bookmark;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How a session becomes a member of a topic, or goes on as one.
public sealed interface Admission {

    TopicMember member();

    /// Asks the registry.
    CompletionStage<Posted> ask(Topics topics, Topic topic);

    /// Stores that it is one, before its client hears of it.
    CompletionStage<Void> kept();

    /// What it hears first.
    List<ServerMessage.Numbered> result();

    /// How far it has heard the topic elsewhere.
    Optional<Bookmark> bookmark();

    /// Whether it is a member already, and stays one while the registry cannot be asked.
    boolean isPatient();

    /// It becomes one.
    ///
    /// @param most members at once
    /// @param keeps stores that it is one; done when it is stored
    record Joins(
            TopicMember member, int most, Supplier<CompletionStage<Void>> keeps, List<ServerMessage.Numbered> result)
            implements Admission {

        @Override
        public CompletionStage<Posted> ask(Topics topics, Topic topic) {
            return topics.join(topic, member, most);
        }

        @Override
        public CompletionStage<Void> kept() {
            return keeps.get();
        }

        @Override
        public Optional<Bookmark> bookmark() {
            return Optional.empty();
        }

        @Override
        public boolean isPatient() {
            return false;
        }
    }

    /// It was one when another node owned it. One that is no member any more hears that the group
    /// is closed.
    ///
    /// @param from absent where nobody knows how far it has heard: then it hears who is there
    record GoesOn(TopicMember member, @Nullable Bookmark from) implements Admission {

        @Override
        public CompletionStage<Posted> ask(Topics topics, Topic topic) {
            return topics.takeOver(topic, member);
        }

        @Override
        public CompletionStage<Void> kept() {
            return CompletableFuture.completedStage(null);
        }

        @Override
        public List<ServerMessage.Numbered> result() {
            return List.of();
        }

        @Override
        public Optional<Bookmark> bookmark() {
            return Optional.ofNullable(from);
        }

        @Override
        public boolean isPatient() {
            return true;
        }
    }
}
