package dev.gatehouse.session.talk;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.CallError;
import dev.gatehouse.model.protocol.CallErrorCode;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.ServerMessage.GroupResult;
import dev.gatehouse.model.protocol.ServerMessage.SubscriptionEnded;
import dev.gatehouse.session.document.ClientDocuments;
import dev.gatehouse.session.event.ClientEvents;
import dev.gatehouse.session.group.ClientGroups;
import dev.gatehouse.session.rpc.ClientCalls;
import dev.gatehouse.session.rpc.ServerCalls;
import dev.gatehouse.session.session.Heard;
import dev.gatehouse.session.session.Peer;
import dev.gatehouse.session.session.Standing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Hands what clients say to the feature that it belongs to. From any thread; never blocks. A session's messages come
/// in its order.
public final class Talk {

    private static final CompletionStage<Void> DONE = CompletableFuture.completedStage(null);

    private final TalkWorld world;
    private final ServerCalls serverCalls;
    private final ClientCalls clientCalls;
    private final ClientGroups groups;
    private final ClientEvents events;
    private final ClientDocuments documents;

    /// As many as there are sessions here.
    private final Map<SessionId, Speaker> speakers = new ConcurrentHashMap<>();

    /// Sessions that are about to go on elsewhere, and may still end here.
    private final Map<SessionId, Leaving> leaving = new ConcurrentHashMap<>();

    private record Speaker(Peer peer, Errands errands) {}

    /// Leaves once: when the speaker's errands are done, or before the session is here again.
    private final class Leaving {

        private final Speaker speaker;
        private final CompletableFuture<Standing> standing = new CompletableFuture<>();

        Leaving(Speaker speaker) {
            this.speaker = speaker;
        }

        synchronized void leave() {
            if (!standing.isDone()) {
                standing.complete(Talk.this.leave(speaker.peer()));
            }
        }
    }

    /// In both directions.
    public record Calls(ServerCalls server, ClientCalls client) {}

    public Talk(TalkWorld world, Calls calls, ClientGroups groups, ClientEvents events, ClientDocuments documents) {
        this.world = world;
        this.serverCalls = calls.server();
        this.clientCalls = calls.client();
        this.groups = groups;
        this.events = events;
        this.documents = documents;
    }

    /// A session is here: a new one, or one that another node owned. The game is not asked again.
    ///
    /// @param standing what it has begun elsewhere
    public void opened(Peer peer, Standing standing) {
        var before = leaving.remove(peer.session());
        if (before != null) {
            // What it still waits for here has to take nothing away from what begins now.
            before.leave();
        }
        var speaker = new Speaker(peer, new Errands(world));
        speakers.put(peer.session(), speaker);
        serverCalls.opened(peer);
        clientCalls.opened(peer);
        groups.opened(peer);
        documents.opened(peer);
        events.opened(peer, standing);
        if (!standing.equals(Standing.NONE)) {
            speaker.errands().add(() -> {
                // Groups first: whatever is stored from here on has the memberships.
                var restored = groups.restored(peer, standing);
                documents.restored(peer, standing);
                return restored;
            });
        }
    }

    /// A session's client is there again: what it says now it may have said meanwhile.
    ///
    /// @param unheard for how long it could not be heard, in nanoseconds
    public void isBack(SessionId session, long unheard) {
        var speaker = speakers.get(session);
        if (speaker != null) {
            events.isBack(speaker.peer(), unheard);
        }
    }

    /// A session's client says something that is not about the player's timeline.
    ///
    /// @return done when its effect is stored, or there is none; for a call, when it is handed on.
    ///     Never for a session that is not here: its next owner is to hear it
    public CompletionStage<Void> hear(SessionId session, Heard.Numbered said) {
        var speaker = speakers.get(session);
        return speaker == null ? new CompletableFuture<>() : hear(speaker, said);
    }

    private CompletionStage<Void> hear(Speaker speaker, Heard.Numbered said) {
        var peer = speaker.peer();
        return switch (said.message()) {
            case ClientMessage.Rpc rpc -> done(() -> serverCalls.call(peer.session(), rpc));
            case ClientMessage.RpcCancel cancel -> done(() -> serverCalls.cancel(peer.session(), cancel));
            case ClientMessage.RpcResult result -> done(() -> clientCalls.answered(peer.session(), result));
            // However many wait: no more are let in than one client may send, and than its session has room for.
            case ClientMessage.Event event ->
                events.letIn(peer, event, said.at())
                        ? speaker.errands().add(() -> events.send(peer, said.seq(), event))
                        : DONE;
            case ClientMessage.GroupJoin join -> group(speaker, join.id(), () -> groups.join(peer, join));
            case ClientMessage.GroupLeave leave -> group(speaker, leave.id(), () -> groups.leave(peer, leave));
            case ClientMessage.GroupClose close -> group(speaker, close.id(), () -> groups.close(peer, close));
            case ClientMessage.Subscribe wish -> subscribe(speaker, wish);
            // After the subscription that it is about, unless too much waits.
            case ClientMessage.Unsubscribe wish ->
                speaker.errands()
                        .offer(() -> documents.unsubscribe(peer, wish))
                        .orElseGet(() -> documents.unsubscribe(peer, wish));
            case ClientMessage.Flush _, ClientMessage.DesyncReport _, ClientMessage.Skip _, ClientMessage.Login _ ->
                throw new IllegalStateException(said.message().getClass().getSimpleName()
                        + " (expected: a message of calls, events, groups, documents)");
        };
    }

    private static CompletionStage<Void> done(Runnable step) {
        step.run();
        return DONE;
    }

    private CompletionStage<Void> subscribe(Speaker speaker, ClientMessage.Subscribe wish) {
        var tooMany = new SubscriptionEnded(wish.id(), CallErrorCode.TOO_MANY.wireName());
        return speaker.errands()
                .offer(() -> documents.subscribe(speaker.peer(), wish))
                .orElseGet(() -> done(() -> speaker.peer().tell(tooMany)));
    }

    private static CompletionStage<Void> group(Speaker speaker, long id, Supplier<CompletionStage<Void>> errand) {
        var tooMany = new GroupResult(id, false, CallError.of(CallErrorCode.TOO_MANY));
        return speaker.errands()
                .offer(errand)
                .orElseGet(() -> done(() -> speaker.peer().tell(tooMany)));
    }

    /// What a session's next owner needs to go on, as of now, should this node be lost.
    /// [Peer#keeps] is asked when it is another.
    ///
    /// @return empty for a session that is not here, or is about to go on elsewhere
    public Optional<Standing> standing(SessionId session) {
        return Optional.ofNullable(speakers.get(session)).map(speaker -> standing(speaker.peer()));
    }

    private Standing standing(Peer peer) {
        return new Standing(groups.memberships(peer), documents.subscriptions(peer));
    }

    /// A session's client has lost something on its way: it hears who is in its groups, and a snapshot of everything
    /// that it follows.
    public void renew(SessionId session) {
        var speaker = speakers.get(session);
        if (speaker != null) {
            groups.renew(speaker.peer());
            documents.renew(speaker.peer());
        }
    }

    /// A session is over: what it had open is gone, and it leaves its groups, also where it was about to go on
    /// elsewhere.
    public void ended(SessionId session) {
        var left = leaving.remove(session);
        if (left != null) {
            var speaker = left.speaker;
            speaker.errands()
                    .add(() -> left.standing.thenCompose(
                            standing -> groups.ended(speaker.peer(), standing.memberships())));
        }
        var speaker = speakers.remove(session);
        if (speaker != null) {
            var peer = speaker.peer();
            serverCalls.ended(session);
            clientCalls.ended(session);
            events.ended(peer);
            speaker.errands().add(() -> {
                documents.ended(peer);
                return groups.ended(peer);
            });
        }
    }

    /// A session is about to go on elsewhere: calls that it had open here, in either direction, have moved,
    /// what else its client wanted is done, and it stays in its groups. Everything that it hears
    /// here is told before. [#moved] or [#ended] follows.
    ///
    /// @return what its next owner needs; never exceptionally
    public CompletionStage<Standing> release(SessionId session) {
        var speaker = speakers.remove(session);
        if (speaker == null) {
            return CompletableFuture.completedStage(Standing.NONE);
        }
        serverCalls.moved(session);
        clientCalls.moved(session);
        var last = new Leaving(speaker);
        leaving.put(session, last);
        speaker.errands().add(() -> done(last::leave));
        return last.standing;
    }

    /// A session goes on elsewhere already: the same, and nothing follows.
    public void lost(SessionId session) {
        var _ = release(session);
        var last = leaving.get(session);
        if (last != null) {
            var _ = last.standing.thenRun(() -> leaving.remove(session, last));
        }
    }

    /// A session that was released belongs to another node: its end is not ours any more.
    public void moved(SessionId session) {
        leaving.remove(session);
    }

    private Standing leave(Peer peer) {
        var standing = standing(peer);
        var bookmarks = Stream.of(events.ended(peer), groups.released(peer), documents.ended(peer))
                .flatMap(List::stream)
                .toList();
        return standing.with(bookmarks);
    }
}
