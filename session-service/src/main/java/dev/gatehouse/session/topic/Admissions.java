package dev.gatehouse.session.topic;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.topic.Posted;
import dev.gatehouse.registry.topic.Topic;
import dev.gatehouse.registry.topic.Topics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the registry about the members of one topic, and again where somebody who is one already came from elsewhere
/// while it could not be asked: nobody loses a place because the registry is slow. From any thread.
final class Admissions {

    private static final Logger log = LoggerFactory.getLogger(Admissions.class);

    private final Topic topic;
    private final Topics topics;
    private final Supplier<CompletionStage<Void>> known;
    private final Predicate<Listener> isHere;

    /// Who waits until the registry may be asked again. Guarded by this. As many as listen.
    private final Map<Listener, CompletableFuture<Void>> waiting = new LinkedHashMap<>();

    /// @param known done when the topic's position is known; exceptionally where it cannot be read now
    /// @param isHere whether somebody still listens; asked without a lock of this one's
    Admissions(Topic topic, Topics topics, Supplier<CompletionStage<Void>> known, Predicate<Listener> isHere) {
        this.topic = topic;
        this.topics = topics;
        this.known = known;
        this.isHere = isHere;
    }

    /// @return the registry's word; exceptionally where it cannot be asked, or the listener is gone
    CompletionStage<Posted> ask(Listener listener, Admission admission) {
        if (!isHere.test(listener)) {
            return CompletableFuture.failedStage(new CancellationException("it listens no more"));
        }
        var asked = known.get().thenCompose(_ -> admission.ask(topics, topic));
        return admission.isPatient()
                ? asked.exceptionallyCompose(
                        failure -> later(listener, failure).thenCompose(_ -> ask(listener, admission)))
                : asked;
    }

    private synchronized CompletionStage<Void> later(Listener listener, Throwable failure) {
        log.warn("{} has to wait to go on with {}: {}", listener.session(), topic, failure.toString());
        return waiting.computeIfAbsent(listener, _ -> new CompletableFuture<>());
    }

    /// The registry has just answered something.
    void askAgain() {
        List<CompletableFuture<Void>> all;
        synchronized (this) {
            all = List.copyOf(waiting.values());
            waiting.clear();
        }
        all.forEach(each -> each.complete(null));
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    synchronized boolean isWaiting(SessionId session) {
        return waiting.keySet().stream().anyMatch(each -> each.session().equals(session));
    }
}
