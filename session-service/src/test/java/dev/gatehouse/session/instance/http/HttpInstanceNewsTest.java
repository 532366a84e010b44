package dev.gatehouse.session.instance.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.protocol.ServerMessage.GameInstance;
import dev.gatehouse.model.protocol.ServerMessage.InstanceEvent;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.registry.instance.PlayerInstances;
import dev.gatehouse.registry.node.http.InternalCalls;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HttpInstanceNewsTest {

    private static final PlayerKey ALICE = new PlayerKey(new GameId("chess"), new PlayerId("alice"));
    private static final PlayerKey BOB = new PlayerKey(new GameId("chess"), new PlayerId("bob"));
    private static final InstanceId ID = new InstanceId("gi-1");

    private final HttpClient http = HttpClient.newHttpClient();
    private AnsweringNode node;

    @BeforeEach
    void start() throws IOException {
        node = new AnsweringNode("{\"news\":[{\"event\":\"added\",\"instanceId\":\"gi-1\",\"details\":{}}]}");
    }

    @AfterEach
    void stop() {
        node.close();
        http.close();
    }

    @Test
    void asksAboutAPlayerWhoMayBeInAnInstance() {
        assertThat(of(ALICE, node.url()))
                .containsExactly(new GameInstance(InstanceEvent.ADDED, ID, null, null, null, JsonText.EMPTY_OBJECT));
        assertThat(node.asked)
                .containsExactly("/internal/v1/games/chess/players/alice/returns Bearer token {\"isBack\":true}");
    }

    @Test
    @DisplayName("3.4 (16) of a player who is in no instance nobody is asked")
    void asksNobodyAboutAnyoneElse() {
        assertThat(of(BOB, node.url())).isEmpty();
        assertThat(node.asked).isEmpty();
    }

    @Test
    void failsWhereNobodyAnswers() {
        assertThatThrownBy(() -> of(ALICE, AnsweringNode.GONE)).isInstanceOf(CompletionException.class);
    }

    private List<GameInstance> of(PlayerKey player, URI url) {
        var nodes = new InstanceNodes(new InternalCalls(http, () -> "token"), () -> List.of(url));
        return new HttpInstanceNews(new OnlyAlicesSeat(), nodes, Runnable::run)
                .of(player, true)
                .toCompletableFuture()
                .join();
    }

    private static final class OnlyAlicesSeat implements PlayerInstances {

        @Override
        public CompletionStage<Void> note(InstanceId instance, Collection<PlayerKey> players, long version) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Void> forget(InstanceId instance, Collection<PlayerKey> players, long version) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<List<InstanceId>> of(PlayerKey player) {
            return CompletableFuture.completedFuture(player.equals(ALICE) ? List.of(ID) : List.of());
        }
    }
}
