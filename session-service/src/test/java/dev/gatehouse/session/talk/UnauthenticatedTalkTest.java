package dev.gatehouse.session.talk;

import static dev.gatehouse.session.talk.TalkBench.changed;
import static dev.gatehouse.session.talk.TalkBench.event;
import static dev.gatehouse.session.talk.TalkBench.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.protocol.CallError;
import dev.gatehouse.model.protocol.CallErrorCode;
import dev.gatehouse.model.protocol.ClientMessage.Rpc;
import dev.gatehouse.model.protocol.EventScope;
import dev.gatehouse.model.protocol.ServerMessage.GroupChange;
import dev.gatehouse.model.protocol.ServerMessage.GroupResult;
import dev.gatehouse.model.protocol.ServerMessage.RpcResult;
import dev.gatehouse.model.protocol.ServerMessage.SubscriptionEnded;
import dev.gatehouse.model.protocol.ServerMessage.SubscriptionSnapshot;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.servercode.Caller;
import dev.gatehouse.model.servercode.DocumentPolicy;
import dev.gatehouse.model.servercode.Group;
import dev.gatehouse.model.servercode.GroupHandler;
import dev.gatehouse.model.servercode.ServerCode;
import dev.gatehouse.model.servercode.ServerRpc;
import dev.gatehouse.model.servercode.Verdict;
import dev.gatehouse.session.document.GameDocuments;
import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.session.fixture.Talks;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What a game opens to clients without a token, and what it does not.
class UnauthenticatedTalkTest {

    @ServerRpc
    public static final class Vault {

        public int gold() {
            return 7;
        }
    }

    @ServerRpc(admitsUnauthenticated = true)
    public static final class Door {

        public boolean knows(Caller caller) {
            return caller.isAuthenticated();
        }
    }

    /// Lets everybody into its first instance, and players into all.
    private static final class Square implements GroupHandler {

        @Override
        public boolean admitsUnauthenticated() {
            return true;
        }

        @Override
        public Verdict join(Caller caller, Group group, JsonText args) {
            return caller.isAuthenticated() || "1".equals(group.instance())
                    ? Verdict.allowed()
                    : Verdict.refused("Only for players.");
        }
    }

    private final ServerCode code = ServerCode.NONE
            .rpc(new Vault())
            .rpc(new Door())
            .group("room", (_, _, _) -> Verdict.allowed())
            .group("square", new Square())
            .events((_, _, _) -> true)
            .documents("news", DocumentPolicy.PUBLIC)
            .documents("boards", DocumentPolicy.EVERYBODY)
            .documents("letters", (_, _) -> true);
    private final TalkBench bench = new TalkBench(code);
    private final TalkBench.Node node = bench.node("session-1");
    private final TalkBench.Client nobody = node.client("unauthenticated~n-1", "n-1");
    private final TalkBench.Client alice = node.client("alice", "a-1");

    @Test
    @DisplayName("1.4 (13) calls are refused before a login, but for those that the game opens")
    void callsWhatTheGameOpens() {
        calls(nobody, 1, "Vault.gold");
        calls(nobody, 2, "Door.knows");
        calls(nobody, 3, "Vault.none");
        calls(alice, 1, "Vault.gold");
        calls(alice, 2, "Door.knows");

        assertThat(nobody.hears())
                .containsExactly(
                        new RpcResult(1, false, null, CallError.of(CallErrorCode.UNAUTHENTICATED)),
                        new RpcResult(2, true, new JsonText("false"), null),
                        new RpcResult(3, false, null, CallError.of(CallErrorCode.UNKNOWN_METHOD)));
        assertThat(alice.hears())
                .containsExactly(
                        new RpcResult(1, true, new JsonText("7"), null),
                        new RpcResult(2, true, new JsonText("true"), null));
        assertThat(CallError.of(CallErrorCode.UNAUTHENTICATED).retryable()).isFalse();
    }

    @Test
    @DisplayName("1.4 (13) documents are closed before a login, but for those that are public")
    void followsWhatIsPublic() {
        var documents = new GameDocuments(Purse.GAME_ID, bench.documents, Talks.DOCUMENTS, Runnable::run);
        documents.create("news/today", new JsonText("1")).toCompletableFuture().join();

        nobody.follows(1, "boards/today");
        nobody.follows(2, "letters/today");
        nobody.follows(3, "news/today");

        assertThat(nobody.hears())
                .containsExactly(
                        new SubscriptionEnded(1, "unauthenticated"),
                        new SubscriptionEnded(2, "unauthenticated"),
                        new SubscriptionSnapshot(3, 1, new JsonText("1")));
    }

    @Test
    @DisplayName("1.4 (13) groups are closed before a login, but for those that the game opens")
    void joinsWhereTheGameSaysSo() {
        alice.joins(1, "square:1");
        nobody.joins(1, "room:1");
        nobody.joins(2, "square:2");
        nobody.joins(3, "square:1");

        assertThat(nobody.hears())
                .containsExactly(
                        new GroupResult(1, false, CallError.of(CallErrorCode.UNAUTHENTICATED)),
                        new GroupResult(2, false, CallError.of(CallErrorCode.REFUSED, "Only for players.")),
                        ok(3),
                        changed("square:1", GroupChange.JOINED, "alice"));
        assertThat(alice.hears())
                .containsExactly(ok(1), changed("square:1", GroupChange.JOINED, "unauthenticated~n-1"));
    }

    @Test
    @DisplayName("1.4 (13) nothing is said before a login, and only what was joined is heard")
    void saysNothingAndHearsWhereItIsAMember() {
        var square = EventScope.group("square:1");
        alice.joins(1, "square:1");
        nobody.joins(1, "square:1");
        alice.hears();
        nobody.hears();

        nobody.tells(square, "1");
        nobody.tells(EventScope.everybody(), "2");
        alice.tells(EventScope.everybody(), "3");
        alice.tells(EventScope.user(nobody.peer.who().playerId()), "4");
        alice.tells(square, "5");

        assertThat(alice.hears())
                .containsExactly(event(EventScope.everybody(), "3", "alice"), event(square, "5", "alice"));
        assertThat(nobody.hears()).containsExactly(event(square, "5", "alice"));
    }

    private static void calls(TalkBench.Client client, long id, String method) {
        client.says(new Rpc(id, method, JsonText.EMPTY_OBJECT, null));
    }
}
