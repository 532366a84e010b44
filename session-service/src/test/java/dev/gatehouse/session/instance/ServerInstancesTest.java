package dev.gatehouse.session.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.instance.InstanceRequest;
import dev.gatehouse.model.partner.InstancePlayer;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.partner.ReconnectPolicy;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.servercode.InstanceAnswer;
import dev.gatehouse.model.servercode.InstanceAsker;
import dev.gatehouse.model.servercode.NewInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ServerInstancesTest {

    private static final GameId GAME = new GameId("chess");
    private static final InstanceId ID = new InstanceId("gi-1");
    private static final PlayerId ALICE = new PlayerId("alice");
    private static final List<InstancePlayer> PLAYERS = List.of(new InstancePlayer(ALICE, 1));
    private static final InstanceAnswer ANSWER = InstanceAnswer.refused(PartnerError.INSTANCE_FULL);
    private static final InstanceAnswer UNAVAILABLE = InstanceAnswer.refused(PartnerError.UNAVAILABLE);

    private final List<InstanceRequest> asked = new ArrayList<>();

    @Test
    @DisplayName("3.4 (15) server code does with its game's instances what a backend may")
    void asksAsABackend() {
        var instances = new ServerInstances(GAME, this::answer, Runnable::run);
        var wish = NewInstance.of("round-7", PLAYERS)
                .inZone("eu-west")
                .withData(new JsonText("{\"map\":1}"))
                .withShared(new JsonText("{\"mode\":2}"))
                .withReconnect(ReconnectPolicy.OPTIONAL);

        assertThat(List.of(
                        instances.create(wish).toCompletableFuture().join(),
                        instances.add(ID, PLAYERS).toCompletableFuture().join(),
                        instances
                                .remove(ID, List.of(ALICE))
                                .toCompletableFuture()
                                .join(),
                        instances.end(ID, "decided").toCompletableFuture().join()))
                .containsOnly(ANSWER);
        var by = InstanceAsker.BACKEND;
        assertThat(asked)
                .containsExactly(
                        new InstanceRequest.Create(
                                by,
                                "round-7",
                                "eu-west",
                                PLAYERS,
                                new JsonText("{\"map\":1}"),
                                new JsonText("{\"mode\":2}"),
                                ReconnectPolicy.OPTIONAL),
                        new InstanceRequest.AddPlayers(by, ID, PLAYERS),
                        new InstanceRequest.RemovePlayers(by, ID, List.of(ALICE)),
                        new InstanceRequest.End(by, ID, "decided"));
    }

    @Test
    void isUnavailableWhileTheNodeStops() {
        var interrupted = new ServerInstances(
                GAME,
                (_, _) -> {
                    throw new InterruptedException();
                },
                Runnable::run);
        var stopped = new ServerInstances(GAME, this::answer, _ -> {
            throw new RejectedExecutionException();
        });

        assertThat(interrupted.end(ID, "decided").toCompletableFuture().join()).isEqualTo(UNAVAILABLE);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(stopped.end(ID, "decided").toCompletableFuture().join()).isEqualTo(UNAVAILABLE);
    }

    private InstanceAnswer answer(GameId game, InstanceRequest request) {
        assertThat(game).isEqualTo(GAME);
        asked.add(request);
        return ANSWER;
    }
}
