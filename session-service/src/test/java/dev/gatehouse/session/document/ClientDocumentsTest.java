package dev.gatehouse.session.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.servercode.Caller;
import dev.gatehouse.model.servercode.DocumentPolicy;
import dev.gatehouse.session.fixture.MemoryDocuments;
import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.session.fixture.Talks;
import dev.gatehouse.session.game.Hooks;
import dev.gatehouse.session.session.Peer;
import dev.gatehouse.testing.TestTime;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What is stored on one thread while another takes it back.
@Timeout(20)
class ClientDocumentsTest {

    private final TestTime time = new TestTime();
    private final MemoryDocuments store = new MemoryDocuments();
    private final MemoryDocuments.Bus bus = store.bus();
    private final DocumentWatches watches = new DocumentWatches(store, bus);
    private final ClientDocuments documents = new ClientDocuments(
            Talks.DOCUMENTS,
            watches,
            new Hooks(time.executor(), time.executor(), 1, Talks.FAILURES),
            Map.of(Purse.GAME_ID, Map.of("shop", DocumentPolicy.EVERYBODY)));
    private final CompletableFuture<Void> kept = new CompletableFuture<>();
    private final Peer peer =
            new Peer(new Caller(Purse.GAME_ID, new PlayerId("alice"), new SessionId("a-1")), 1, _ -> {}, () -> kept);

    @BeforeEach
    void subscribe() {
        documents.opened(peer);
        documents.subscribe(peer, new ClientMessage.Subscribe(1, "shop/today"));
    }

    @Test
    void followsNothingForASessionThatEndsAsItsWishIsStored() throws InterruptedException {
        asItIsStored(() -> documents.ended(peer));

        assertThat(bus.following()).isZero();
    }

    @Test
    void followsNothingThatIsTakenBackAsItIsStored() throws InterruptedException {
        asItIsStored(() -> documents.unsubscribe(peer, new ClientMessage.Unsubscribe(1)));

        assertThat(bus.following()).isZero();
    }

    /// Does something while the thread that has stored the wish stands before the watches.
    private void asItIsStored(Runnable step) throws InterruptedException {
        var storing = new Thread(() -> kept.complete(null));
        synchronized (watches) {
            storing.start();
            while (storing.getState() != Thread.State.BLOCKED) {
                Thread.onSpinWait();
            }
            step.run();
        }
        storing.join();
    }
}
