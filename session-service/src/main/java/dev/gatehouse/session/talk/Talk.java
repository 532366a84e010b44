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
import dev.gatehouse.session.session.Peer;
import dev.gatehouse.session.session.Standing;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Hands what clients say to the feature that it belongs to. From any thread; never blocks. A session's messages come
/// in its order.
public final class Talk {

    private final TalkProperties limits;
    private final ServerCalls serverCalls;
    private final ClientCalls clientCalls;
    private final ClientGroups groups;
    private final ClientEvents events;
    private final ClientDocuments documents;

    /// As many as there are sessions here.
    private final Map<SessionId, Speaker> speakers = new ConcurrentHashMap<>();

    private record Speaker(Peer peer, Errands errands) {}

    /// In both directions.
    public record Calls(ServerCalls server, ClientCalls client) {}

    public Talk(
            TalkProperties limits, Calls calls, ClientGroups groups, ClientEvents events, ClientDocuments documents) {
        this.limits = limits;
        this.serverCalls = calls.server();
        this.clientCalls = calls.client();
        this.groups = groups;
        this.events = events;
        this.documents = documents;
    }

    /// A session has started here.
    public void opened(Peer peer) {
        speakers.put(peer.session(), new Speaker(peer, new Errands(limits.maxOpen())));
        serverCalls.opened(peer);
        clientCalls.opened(peer);
        groups.opened(peer);
        documents.opened(peer);
        events.opened(peer);
    }

    /// A session's client says something that is not about the player's timeline.
    public void hear(SessionId session, ClientMessage.Numbered message) {
        var speaker = speakers.get(session);
        if (speaker == null) {
            return;
        }
        var peer = speaker.peer();
        switch (message) {
            case ClientMessage.Rpc rpc -> serverCalls.call(session, rpc);
            case ClientMessage.RpcCancel cancel -> serverCalls.cancel(session, cancel);
            case ClientMessage.RpcResult result -> clientCalls.answered(session, result);
            case ClientMessage.Event event -> {
                if (!speaker.errands().offer(() -> events.send(peer, event))) {
                    events.overflowed(peer);
                }
            }
            case ClientMessage.GroupJoin join -> group(speaker, join.id(), () -> groups.join(peer, join));
            case ClientMessage.GroupLeave leave -> group(speaker, leave.id(), () -> groups.leave(peer, leave));
            case ClientMessage.GroupClose close -> group(speaker, close.id(), () -> groups.close(peer, close));
            case ClientMessage.Subscribe wish -> subscribe(speaker, wish);
            case ClientMessage.Unsubscribe wish -> {
                // After the subscription that it is about, unless too much waits.
                if (!speaker.errands().offer(() -> documents.unsubscribe(peer, wish))) {
                    documents.unsubscribe(peer, wish);
                }
            }
            case ClientMessage.Flush _, ClientMessage.DesyncReport _, ClientMessage.Skip _, ClientMessage.Login _ ->
                throw new IllegalStateException(message.getClass().getSimpleName()
                        + " (expected: a message of calls, events, groups, documents)");
        }
    }

    private void subscribe(Speaker speaker, ClientMessage.Subscribe wish) {
        if (!speaker.errands().offer(() -> documents.subscribe(speaker.peer(), wish))) {
            speaker.peer().tell(new SubscriptionEnded(wish.id(), CallErrorCode.TOO_MANY.wireName()));
        }
    }

    private static void group(Speaker speaker, long id, Supplier<CompletionStage<Void>> errand) {
        if (!speaker.errands().offer(errand)) {
            speaker.peer().tell(new GroupResult(id, false, CallError.of(CallErrorCode.TOO_MANY)));
        }
    }

    /// What a session's next owner needs to go on, as of now. [Peer#changes] says when it is another.
    public Standing standing(SessionId session) {
        var speaker = speakers.get(session);
        return speaker == null ? Standing.NONE : standing(speaker.peer());
    }

    private Standing standing(Peer peer) {
        return new Standing(groups.memberships(peer), documents.subscriptions(peer));
    }

    /// Goes on with a session that another node owned. To be called after [#opened]. The game is not asked again.
    public void restore(SessionId session, Standing standing) {
        var speaker = speakers.get(session);
        if (speaker != null) {
            // Documents last: whatever is stored meanwhile has the memberships.
            speaker.errands()
                    .add(() -> groups.restored(speaker.peer(), standing.memberships())
                            .thenAccept(_ -> documents.restored(speaker.peer(), standing.subscriptions())));
        }
    }

    /// A session's client has lost something on its way: it hears a snapshot of everything that it follows.
    public void renew(SessionId session) {
        var speaker = speakers.get(session);
        if (speaker != null) {
            documents.renew(speaker.peer());
        }
    }

    /// A session is over: what it had open is gone, and it leaves its groups.
    public void ended(SessionId session) {
        var speaker = speakers.remove(session);
        if (speaker != null) {
            closed(speaker.peer());
            speaker.errands().add(() -> {
                documents.ended(speaker.peer());
                return groups.ended(speaker.peer());
            });
        }
    }

    /// A session goes on elsewhere: calls that it had open here are answered as moved, what else its client wanted is
    /// done, and it
    /// stays in its groups.
    ///
    /// @return what its next owner needs; never exceptionally
    public CompletionStage<Standing> release(SessionId session) {
        var speaker = speakers.remove(session);
        if (speaker == null) {
            return CompletableFuture.completedStage(Standing.NONE);
        }
        var peer = speaker.peer();
        serverCalls.moved(session);
        closed(peer);
        var released = new CompletableFuture<Standing>();
        speaker.errands().add(() -> {
            released.complete(standing(peer));
            groups.released(peer);
            documents.ended(peer);
            return CompletableFuture.completedStage(null);
        });
        return released;
    }

    private void closed(Peer peer) {
        serverCalls.ended(peer.session());
        clientCalls.ended(peer.session());
        events.ended(peer);
    }
}
