package dev.gatehouse.session.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.patch.JsonPatches;
import dev.gatehouse.model.protocol.ClientMessage.Unsubscribe;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.SubscriptionEnded;
import dev.gatehouse.model.protocol.ServerMessage.SubscriptionPatch;
import dev.gatehouse.model.protocol.ServerMessage.SubscriptionSnapshot;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.servercode.Document;
import dev.gatehouse.model.servercode.DocumentPolicy;
import dev.gatehouse.model.servercode.DocumentWrite;
import dev.gatehouse.model.servercode.ServerCode;
import dev.gatehouse.session.document.GameDocuments;
import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.session.fixture.Talks;
import dev.gatehouse.session.session.Standing;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DocumentTalkTest {

    private static final String BOARD = "boards/today";

    private final ServerCode code = ServerCode.NONE
            .documents("boards", DocumentPolicy.EVERYBODY)
            .documents("letters", (caller, key) -> caller.playerId().value().equals(key))
            .documents("broken", (_, _) -> {
                throw new IllegalStateException("secret");
            });
    private final TalkBench bench = new TalkBench(code);
    private final TalkBench.Node here = bench.node("session-1");
    private final TalkBench.Node there = bench.node("session-2");
    private final TalkBench.Client alice = here.client("alice", "a-1");
    private final TalkBench.Client bert = there.client("bert", "b-1");
    private final GameDocuments documents =
            new GameDocuments(Purse.GAME_ID, bench.documents, Talks.DOCUMENTS, Runnable::run);

    @Test
    @DisplayName("1.4 (15) a snapshot comes first, then every patch in order, on every node")
    void tellsASnapshotThenEveryPatchInOrder() throws Exception {
        write("{\"gold\":0,\"names\":[]}");
        alice.follows(1, BOARD);
        bert.follows(7, BOARD);

        for (int i = 1; i <= 20; i++) {
            write("{\"gold\":" + i + ",\"names\":[\"x\",\"y" + i + "\"]}");
        }

        assertThat(valueOf(alice.hears(), 1, 21)).isEqualTo("{\"gold\":20,\"names\":[\"x\",\"y20\"]}");
        assertThat(valueOf(bert.hears(), 7, 21)).isEqualTo("{\"gold\":20,\"names\":[\"x\",\"y20\"]}");
    }

    @Test
    @DisplayName("1.4 (15) nothing comes before the snapshot, however late that is")
    void tellsNoPatchBeforeTheSnapshot() throws Exception {
        write("{\"gold\":0}");
        bench.documents.slow(true);
        alice.follows(1, BOARD);
        bench.documents.slow(false);
        write("{\"gold\":1}");
        write("{\"gold\":2}");
        assertThat(alice.hears()).isEmpty();

        bench.documents.answersOne();

        assertThat(valueOf(alice.hears(), 1, 3)).isEqualTo("{\"gold\":2}");
    }

    @Test
    @DisplayName("1.4 (15) stopping stops, and nobody follows for nobody")
    void tellsNothingAfterAnUnsubscribe() {
        write("1");
        alice.follows(1, BOARD);
        alice.follows(2, BOARD);
        alice.says(new Unsubscribe(1));
        alice.hears();

        write("2");
        assertThat(alice.hears()).hasSize(1).allMatch(message -> ((SubscriptionPatch) message).id() == 2);

        alice.says(new Unsubscribe(2));
        write("3");
        assertThat(alice.hears()).isEmpty();
        assertThat(here.documentBus.following()).isZero();
    }

    @Test
    @DisplayName("1.4 (17) two sessions that follow one document are one follower for the registry")
    void readsADocumentOnceForAllSessionsOfANode() {
        write("1");
        alice.follows(1, BOARD);
        int reads = bench.documents.reads();

        var cora = here.client("cora", "c-1");
        cora.follows(1, BOARD);

        assertThat(bench.documents.reads()).isEqualTo(reads);
        assertThat(cora.hears()).containsExactly(new SubscriptionSnapshot(1, 1, new JsonText("1")));
        alice.says(new Unsubscribe(1));
        write("2");
        assertThat(cora.hears()).hasSize(1);
    }

    @Test
    @DisplayName("1.4 (16) a gap leads to one fresh snapshot")
    void tellsAFreshSnapshotAfterAGap() {
        write("{\"gold\":0}");
        alice.follows(1, BOARD);
        alice.hears();

        here.documentBus.losesOneWhile(() -> write("{\"gold\":1}"));
        assertThat(alice.hears()).isEmpty();
        write("{\"gold\":2}");
        assertThat(alice.hears()).containsExactly(new SubscriptionSnapshot(1, 3, new JsonText("{\"gold\":2}")));

        here.documentBus.losesOneWhile(() -> write("{\"gold\":3}"));
        here.documentBus.interrupted();
        assertThat(alice.hears()).containsExactly(new SubscriptionSnapshot(1, 4, new JsonText("{\"gold\":3}")));

        here.documentBus.interrupted();
        assertThat(alice.hears()).isEmpty();
    }

    @Test
    @DisplayName("1.4 (16) a document that is deleted ends its subscriptions once")
    void endsWithTheDocument() {
        write("1");
        alice.follows(1, BOARD);
        alice.hears();

        assertThat(done(documents.delete(BOARD))).isTrue();
        assertThat(done(documents.delete(BOARD))).isFalse();
        write("2");

        assertThat(alice.hears()).containsExactly(new SubscriptionEnded(1, "deleted"));
        assertThat(alice.standing()).isEqualTo(Standing.NONE);
        alice.follows(2, BOARD);
        assertThat(alice.hears()).containsExactly(new SubscriptionSnapshot(2, 3, new JsonText("2")));
    }

    @Test
    void startsOverWhereTheRegistryHasLostVersions() {
        write("1");
        write("2");
        write("3");
        alice.follows(1, BOARD);
        alice.hears();

        bench.documents.forgetsAll();
        write("4");

        assertThat(alice.hears()).containsExactly(new SubscriptionSnapshot(1, 1, new JsonText("4")));
    }

    @Test
    void endsWithADocumentThatWasDeletedUnheard() {
        write("1");
        alice.follows(1, BOARD);
        alice.hears();

        here.documentBus.losesOneWhile(() -> done(documents.delete(BOARD)));
        here.documentBus.interrupted();

        assertThat(alice.hears()).containsExactly(new SubscriptionEnded(1, "deleted"));
        assertThat(here.documentBus.following()).isZero();
    }

    @Test
    @DisplayName("1.4 (16) what is refused is over, and not restored")
    void refusesWhatIsNotThereOrNotForThisClient() {
        write("1");
        alice.follows(1, "boards/tomorrow");
        alice.follows(2, "nothing/today");
        alice.follows(3, "boards");
        alice.follows(4, "letters/bert");
        alice.follows(5, "broken/today");

        assertThat(alice.hears())
                .containsExactly(
                        new SubscriptionEnded(1, "not_found"),
                        new SubscriptionEnded(2, "not_found"),
                        new SubscriptionEnded(3, "not_found"),
                        new SubscriptionEnded(4, "not_allowed"),
                        new SubscriptionEnded(5, "not_allowed"));
        assertThat(alice.standing()).isEqualTo(Standing.NONE);
        assertThat(here.documentBus.following()).isZero();
    }

    @Test
    void letsTheGameDecideByTheKey() {
        done(documents.create("letters/alice", new JsonText("\"dear\"")));

        alice.follows(1, "letters/alice");

        assertThat(alice.hears()).containsExactly(new SubscriptionSnapshot(1, 1, new JsonText("\"dear\"")));
    }

    @Test
    void boundsWhatASessionFollows() {
        write("1");
        for (int id = 1; id <= 4; id++) {
            alice.follows(id, BOARD);
        }
        alice.follows(1, BOARD);

        assertThat(alice.hears()).hasSize(4).endsWith(new SubscriptionEnded(4, "too_many"));
    }

    @Test
    @DisplayName("1.4 (16) a session that goes on elsewhere follows there what it followed here, and nothing else")
    void restoresEverySubscriptionOnTheNextNode() {
        write("1");
        done(documents.create("boards/week", new JsonText("7")));
        alice.follows(1, BOARD);
        alice.follows(2, "boards/week");
        alice.says(new Unsubscribe(1));
        alice.follows(3, BOARD);

        var standing = alice.leaves();
        write("2");
        var moved = there.client("alice", "a-1", standing);

        assertThat(standing.subscriptions()).containsExactly("2 boards/week", "3 boards/today");
        assertThat(moved.hears()).containsExactly(new SubscriptionSnapshot(3, 2, new JsonText("2")));
        assertThat(here.documentBus.following()).isZero();
    }

    @Test
    void movesInSilenceWhereNothingIsMissed() {
        write("1");
        alice.follows(1, BOARD);
        alice.hears();

        var moved = there.client("alice", "a-1", alice.leaves());
        var again = bench.node("session-3").client("alice", "a-1", moved.leaves());
        write("2");
        bert.follows(7, BOARD);
        bert.hears();
        var back = there.client("alice", "a-1", again.leaves());
        write("3");

        assertThat(moved.hears()).isEmpty();
        assertThat(again.hears()).hasExactlyElementsOfTypes(SubscriptionPatch.class);
        assertThat(back.hears()).hasExactlyElementsOfTypes(SubscriptionPatch.class);
    }

    @Test
    void tellsASnapshotAgainWhereTheStreamIsLost() {
        write("1");
        alice.follows(1, BOARD);
        var snapshot = new SubscriptionSnapshot(1, 1, new JsonText("1"));

        var lost = there.client("alice", "a-1", alice.standing());
        assertThat(lost.hears()).containsExactly(snapshot);
        var moved = here.client("alice", "a-1", lost.leaves());
        assertThat(moved.hears()).isEmpty();
        here.talk.renew(moved.peer.session());
        assertThat(moved.hears()).containsExactly(snapshot);
    }

    @Test
    @DisplayName("1.4 (16) nothing is left of subscriptions however often a session ends and begins")
    void leavesNothingBehindAfterManySessions() {
        write("1");
        for (int i = 0; i < 100; i++) {
            var client = here.client("cora", "c-" + i);
            client.follows(1, BOARD);
            client.ends();
        }

        assertThat(here.documentBus.following()).isZero();
    }

    @Test
    void tellsTheSnapshotWhenTheRegistryIsThereAgain() {
        write("1");
        bench.documents.away(true);
        alice.follows(1, BOARD);
        assertThat(alice.hears()).isEmpty();

        bench.documents.away(false);
        here.documentWatches.catchUp();

        assertThat(alice.hears()).containsExactly(new SubscriptionSnapshot(1, 1, new JsonText("1")));
    }

    @Test
    void letsNoWriterOverwriteWhatItHasNotSeen() {
        assertThat(done(documents.create(BOARD, new JsonText("1")))).isEqualTo(new DocumentWrite.Done(1));
        assertThat(done(documents.create(BOARD, new JsonText("2")))).isEqualTo(new DocumentWrite.Conflict(1));
        assertThat(done(documents.replace(BOARD, 1, new JsonText("3")))).isEqualTo(new DocumentWrite.Done(2));
        assertThat(done(documents.replace(BOARD, 1, new JsonText("4")))).isEqualTo(new DocumentWrite.Conflict(2));
        assertThat(done(documents.find(BOARD))).contains(new Document(BOARD, 2, new JsonText("3")));
    }

    @Test
    void makesAChangeAgainWhereAnotherWasFaster() {
        write("10");
        var attempts = new Object() {
            int count;
        };

        var written = done(documents.update(BOARD, new JsonText("0"), before -> {
            if (attempts.count++ == 0) {
                write("20");
            }
            return new JsonText(String.valueOf(Integer.parseInt(before.text()) + 1));
        }));

        assertThat(written).isEqualTo(new DocumentWrite.Done(3));
        assertThat(done(documents.find(BOARD))).contains(new Document(BOARD, 3, new JsonText("21")));
        assertThat(done(documents.update("boards/new", new JsonText("0"), before -> before)))
                .isEqualTo(new DocumentWrite.Done(1));
        assertThat(done(documents.update("boards/new", new JsonText("0"), before -> before)))
                .isEqualTo(new DocumentWrite.Done(1));
    }

    @Test
    void takesNoValueThatIsTooLargeOrNoJson() {
        var large = new JsonText("\"" + "x".repeat(999) + "\"");

        assertThatThrownBy(() -> done(documents.create(BOARD, large)))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> done(documents.create(BOARD, new JsonText("{"))))
                .hasCauseInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> documents.find("today")).isInstanceOf(IllegalArgumentException.class);
    }

    private void write(String value) {
        done(documents.update(BOARD, new JsonText(value), _ -> new JsonText(value)));
    }

    private static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    /// What a client makes of it: a snapshot, and patches that follow on each other up to a version.
    private static String valueOf(List<ServerMessage> heard, long id, long version) throws DecodeException {
        var snapshot = (SubscriptionSnapshot) heard.getFirst();
        assertThat(snapshot.id()).isEqualTo(id);
        var value = snapshot.value();
        long at = snapshot.version();
        for (var message : heard.subList(1, heard.size())) {
            var patch = (SubscriptionPatch) message;
            assertThat(patch.id()).isEqualTo(id);
            assertThat(patch.version()).isEqualTo(++at);
            value = JsonPatches.apply(value, patch.patch());
        }
        assertThat(at).isEqualTo(version);
        return value.text();
    }
}
