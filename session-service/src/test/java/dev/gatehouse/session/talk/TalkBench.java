package dev.gatehouse.session.talk;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.ClientMessage.GroupJoin;
import dev.gatehouse.model.protocol.ClientMessage.Subscribe;
import dev.gatehouse.model.protocol.EventScope;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.GroupChange;
import dev.gatehouse.model.protocol.ServerMessage.GroupChanged;
import dev.gatehouse.model.protocol.ServerMessage.GroupResult;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.servercode.Caller;
import dev.gatehouse.model.servercode.ServerCode;
import dev.gatehouse.session.document.DocumentWatches;
import dev.gatehouse.session.fixture.MemoryDocuments;
import dev.gatehouse.session.fixture.MemoryTopics;
import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.session.fixture.Talks;
import dev.gatehouse.session.session.Heard;
import dev.gatehouse.session.session.Peer;
import dev.gatehouse.session.session.Standing;
import dev.gatehouse.session.topic.Watches;
import dev.gatehouse.testing.TestTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Nodes that share topics, with clients on them. Every step runs to its end before the next.
final class TalkBench {

    final TestTime time = new TestTime();
    final MemoryTopics topics = new MemoryTopics();
    final MemoryDocuments documents = new MemoryDocuments();
    private final ServerCode code;

    TalkBench(ServerCode code) {
        this.code = code;
    }

    final class Node {

        final NodeId id;
        final MemoryTopics.Bus bus = topics.bus();
        final MemoryDocuments.Bus documentBus = documents.bus();
        final Watches watches;
        final DocumentWatches documentWatches = new DocumentWatches(documents, documentBus);
        final Talk talk;
        int gaps;

        Node(String id) {
            this.id = new NodeId(id);
            this.watches = new Watches(topics, bus, () -> gaps++);
            this.talk = Talks.of(code, new Talks.Ground(time, this.id, topics, watches, documentWatches));
        }

        Client client(String player, String session) {
            return client(player, session, Standing.NONE);
        }

        /// A session that has begun something elsewhere.
        Client client(String player, String session, Standing standing) {
            var client = new Client(this, player, session);
            talk.opened(client.peer, standing);
            settle();
            return client;
        }
    }

    Node node(String id) {
        return new Node(id);
    }

    final class Client {

        final Peer peer;
        int changes;
        private long said;
        private final Node node;
        private final List<ServerMessage> heard = new ArrayList<>();

        Client(Node node, String player, String session) {
            this.node = node;
            this.peer = new Peer(
                    new Caller(Purse.GAME_ID, new PlayerId(player), new SessionId(session)), 1, heard::add, () -> {
                        changes++;
                        return CompletableFuture.completedStage(null);
                    });
        }

        void says(ClientMessage.Numbered message) {
            says(++said, message);
        }

        private CompletionStage<Void> says(long seq, ClientMessage.Numbered message) {
            return said(seq, message, time.nanoTime());
        }

        /// Something that came some time ago has its turn.
        CompletionStage<Void> said(Duration ago, ClientMessage.Numbered message) {
            return said(++said, message, time.nanoTime() - ago.toNanos());
        }

        private CompletionStage<Void> said(long seq, ClientMessage.Numbered message, long at) {
            var done = node.talk.hear(peer.session(), new Heard.Numbered(seq, message, at));
            settle();
            return done;
        }

        /// It is back, after so long in which it could not be heard.
        void isBack(Duration unheard) {
            node.talk.isBack(peer.session(), unheard.toNanos());
        }

        /// Says something under a number, for the first time or not.
        CompletionStage<Void> repeats(long seq, EventScope scope, String payload) {
            return says(seq, new ClientMessage.Event("note", scope, new JsonText(payload)));
        }

        /// It goes on elsewhere.
        ///
        /// @return with this
        Standing leaves() {
            var standing = node.talk.release(peer.session()).toCompletableFuture();
            settle();
            return standing.join();
        }

        /// Another node owns it by now.
        void isGone() {
            node.talk.moved(peer.session());
        }

        /// What its next owner would know of it, should its node be lost.
        Standing standing() {
            return node.talk.standing(peer.session()).orElseThrow();
        }

        void joins(long id, String group) {
            says(new GroupJoin(id, group, null));
        }

        void follows(long id, String document) {
            says(new Subscribe(id, document));
        }

        void tells(EventScope scope, String payload) {
            says(new ClientMessage.Event("note", scope, new JsonText(payload)));
        }

        void ends() {
            node.talk.ended(peer.session());
            settle();
        }

        /// What it heard since the last time.
        List<ServerMessage> hears() {
            var news = List.copyOf(heard);
            heard.clear();
            return news;
        }
    }

    /// Lets the game's code run.
    void settle() {
        time.passes(Duration.ZERO);
    }

    static GroupResult ok(long id) {
        return new GroupResult(id, true, null);
    }

    static GroupChanged changed(String group, GroupChange change, @Nullable String player) {
        return new GroupChanged(group, change, player == null ? null : new PlayerId(player));
    }

    static ServerMessage.Event event(EventScope scope, String payload, @Nullable String sender) {
        return event("note", scope, payload, sender);
    }

    static ServerMessage.Event event(String name, EventScope scope, String payload, @Nullable String sender) {
        return new ServerMessage.Event(
                name, scope, new JsonText(payload), sender == null ? null : new PlayerId(sender));
    }
}
