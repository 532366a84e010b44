package dev.gatehouse.instance.partner;

import static dev.gatehouse.instance.life.InstanceExamples.ADDRESS;
import static dev.gatehouse.instance.life.InstanceExamples.ASKED;
import static dev.gatehouse.instance.life.InstanceExamples.DEADLINES;
import static dev.gatehouse.instance.life.InstanceExamples.GAME;
import static dev.gatehouse.instance.life.InstanceExamples.ID;
import static dev.gatehouse.instance.life.InstanceExamples.NOW;
import static dev.gatehouse.instance.life.InstanceExamples.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.instance.life.InMemoryInstanceStore;
import dev.gatehouse.instance.life.InstanceExamples;
import dev.gatehouse.instance.life.InstanceLife;
import dev.gatehouse.instance.life.NoEffects;
import dev.gatehouse.instance.life.Receipts;
import dev.gatehouse.instance.token.PartnerTokens.Pair;
import dev.gatehouse.instance.token.TestTokens;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.partner.GameServerAnswer;
import dev.gatehouse.model.partner.GameServerRequest.KeepAlive;
import dev.gatehouse.model.partner.PartnerError;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KeepAliveTest {

    private final InMemoryInstanceStore store = new InMemoryInstanceStore();
    private final InstantSource time = InstantSource.fixed(NOW);
    private final OneLinkEach links = new OneLinkEach(store);
    private final InstanceLife life =
            new InstanceLife(store, new NoEffects(), new Receipts(time), DEADLINES, time, Runnable::run);
    private final LinkRequests requests = new LinkRequests(
            new Admission(store, time), links, life, TestTokens.withIds(() -> "token"), DEADLINES, time);

    @Test
    @DisplayName("3.4 (9): a server is heard for as many keep-alives as it may miss, from the last one on")
    void isGoodForAsManyAsMayBeMissed() {
        assertThat(keepAlive("first").ok()).isTrue();

        assertThat(links.heardFor())
                .isEqualTo(Duration.ofSeconds(15))
                .isEqualTo(DEADLINES.keepAlive().multipliedBy(3));
    }

    @Test
    @DisplayName("3.4 (9): a server whose link another one has by now is told so, and does not keep it alive")
    void tellsAServerThatHasLostItsLink() {
        keepAlive("first");

        assertThat(keepAlive("second")).isEqualTo(GameServerAnswer.refused("1", PartnerError.ALREADY_LINKED));
    }

    @Test
    @DisplayName("3.4 (9): of two instances of one server the silent one is lost, and the other one goes on")
    void losesTheSilentInstanceAlone() {
        store.create(InstanceExamples.in(InstanceState.RUNNING), Duration.ZERO, Duration.ZERO);
        var other = InstanceExamples.created("key-2", "local-process", null, NOW)
                .withServer(ASKED.at(ADDRESS))
                .in(InstanceState.RUNNING, NOW, "test");
        store.create(other, Duration.ZERO, Duration.ZERO);
        store.silence(ID);

        life.look(ID, true);
        life.look(other.id(), true);

        assertThat(stateOf(ID)).isEqualTo(InstanceState.TERMINATED);
        assertThat(stateOf(other.id())).isEqualTo(InstanceState.RUNNING);
    }

    private InstanceState stateOf(InstanceId id) {
        return store.load(id).orElseThrow().instance().state();
    }

    private GameServerAnswer keepAlive(String link) {
        var pair = new Pair(SERVER, GAME, ID, InstanceExamples.PAIR, NOW, NOW.plusSeconds(60));
        return requests.keepAlive(new Caller(pair, link), new KeepAlive("1", ID));
    }
}
