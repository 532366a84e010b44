package dev.gatehouse.instance.partner;

import static dev.gatehouse.instance.life.InstanceExamples.ALICE;
import static dev.gatehouse.instance.life.InstanceExamples.ASKED;
import static dev.gatehouse.instance.life.InstanceExamples.DEADLINES;
import static dev.gatehouse.instance.life.InstanceExamples.ID;
import static dev.gatehouse.instance.life.InstanceExamples.NOW;
import static dev.gatehouse.instance.life.InstanceExamples.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.instance.life.Creator;
import dev.gatehouse.instance.life.InMemoryInstanceStore;
import dev.gatehouse.instance.life.InstanceExamples;
import dev.gatehouse.instance.life.InstanceLife;
import dev.gatehouse.instance.life.LifeEvent.EndRequested;
import dev.gatehouse.instance.life.NoEffects;
import dev.gatehouse.instance.life.Receipts;
import dev.gatehouse.instance.life.UnsettledCreations;
import dev.gatehouse.instance.partner.Admission.Admitted;
import dev.gatehouse.instance.rules.GameRules;
import dev.gatehouse.instance.rules.InstanceDesk;
import dev.gatehouse.instance.token.PartnerTokens;
import dev.gatehouse.instance.token.PartnerTokens.PairCheck.Good;
import dev.gatehouse.instance.token.TestTokens;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.partner.CreatedInstance;
import dev.gatehouse.model.partner.GameServerAnswer;
import dev.gatehouse.model.partner.GameServerRequest.CreateInstance;
import dev.gatehouse.model.partner.InstancePlayer;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.servercode.Verdict;
import dev.gatehouse.registry.instance.AllocatedServer;
import dev.gatehouse.registry.instance.AllocatedServer.Address;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.InstanceRecord.HistoryEntry;
import dev.gatehouse.testing.TestTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ServerCreationsTest {

    private static final JsonCodec<CreatedInstance> CREATED = JsonCodec.of(CreatedInstance.class);
    private static final ServerId OTHER = new ServerId("gs-other");

    private final TestTime time = new TestTime(NOW);
    private final InMemoryInstanceStore store = new InMemoryInstanceStore();
    private final AtomicInteger ids = new AtomicInteger();
    private final PartnerTokens tokens = TestTokens.withIds(() -> "token-" + ids.incrementAndGet());
    private final InstanceLife life =
            new InstanceLife(store, new NoEffects(), new Receipts(time), DEADLINES, time, Runnable::run);
    private final List<InstanceRecord> made = new ArrayList<>();
    private GameRules rules = (_, _) -> Verdict.allowed();
    private final ServerCreations creations = new ServerCreations(
            new InstanceDesk(
                    (game, wish) -> rules.decide(game, wish),
                    new Creator(
                            store,
                            DEADLINES,
                            time,
                            this::newServer,
                            instance -> () -> made.add(instance),
                            new UnsettledCreations(store)),
                    life),
            tokens,
            time);

    @Test
    @DisplayName("3.4 (18): an instance that a server creates is linked as it is created")
    void createsAndLinksInOne() throws Exception {
        var created = created(ask(SERVER, "next-round"));

        var instance = now(created.instanceId());
        assertThat(instance.history())
                .extracting(HistoryEntry::state)
                .containsExactly(InstanceState.CREATED, InstanceState.ALLOCATING, InstanceState.LINKED);
        assertThat(Objects.requireNonNull(instance.server()).address()).isEqualTo(new Address("h", 7000, 8));
        assertThat(instance.seat(ALICE)).isPresent();
        assertThat(instance.id()).isNotEqualTo(ID);
        assertThat(made).containsExactly(instance);
    }

    @Test
    void givesThePairOfThatInstance() throws Exception {
        var created = created(ask(SERVER, "next-round"));

        var check = tokens.checkPair(created.socialToken(), created.gameToken(), time.instant());

        assertThat(check)
                .isInstanceOfSatisfying(
                        Good.class,
                        good -> assertThat(Admission.judge(good.pair(), now(created.instanceId()), time.instant()))
                                .isInstanceOf(Admitted.class));
        assertThat(created.toString()).doesNotContain(created.gameToken(), created.socialToken());
    }

    @Test
    void answersTheSameRequestAgainWithTheSameInstance() throws Exception {
        var first = created(ask(SERVER, "next-round"));
        var again = created(ask(SERVER, "next-round"));

        assertThat(again.instanceId()).isEqualTo(first.instanceId());
        assertThat(again.serverId()).isEqualTo(first.serverId());
        assertThat(tokens.checkPair(again.socialToken(), again.gameToken(), time.instant()))
                .isEqualTo(tokens.checkPair(first.socialToken(), first.gameToken(), time.instant()));
        assertThat(made).hasSize(1);
    }

    @Test
    void answersTheSameRequestAgainWhoeverHasLeftSince() throws Exception {
        var first = created(ask(SERVER, "next-round"));
        var left = InstanceExamples.in(InstanceState.RUNNING).withPlayers(List.of());

        assertThat(created(ask(SERVER, "next-round", ALICE, left)).instanceId()).isEqualTo(first.instanceId());
        assertThat(ask(SERVER, "another", ALICE, left))
                .isEqualTo(GameServerAnswer.refused("1", PartnerError.PLAYER_NOT_IN_INSTANCE));
    }

    @Test
    @DisplayName("3.4 (18): of two servers that create one instance, the first has it and the other one hears so")
    void letsOneServerHaveIt() throws Exception {
        created(ask(SERVER, "next-round"));

        assertThat(ask(OTHER, "next-round"))
                .isEqualTo(GameServerAnswer.refused("1", PartnerError.IDEMPOTENCY_KEY_TAKEN));
        assertThat(made).hasSize(1);
    }

    @Test
    void createsNothingThatTheGameDoesNotWant() {
        rules = (_, _) -> Verdict.refused("no more rounds");

        var refused = ask(SERVER, "next-round");

        assertThat(Objects.requireNonNull(refused.error()).message()).isEqualTo("no more rounds");
        assertThat(made).isEmpty();
    }

    @Test
    void takesNoPlayersAlongWhoAreNotItsOwn() {
        var stranger = new PlayerId("stranger");

        assertThat(ask(SERVER, "next-round", stranger))
                .isEqualTo(GameServerAnswer.refused("1", PartnerError.PLAYER_NOT_IN_INSTANCE));
        assertThat(made).isEmpty();
    }

    @Test
    void givesNoTokensForWhatIsOver() throws Exception {
        life.apply(created(ask(SERVER, "next-round")).instanceId(), new EndRequested("done"));

        assertThat(ask(SERVER, "next-round")).isEqualTo(GameServerAnswer.refused("1", PartnerError.INSTANCE_OVER));
    }

    @Test
    void createsOnlySoManyAtATime() throws Exception {
        store.mostOffspring(2);
        var first = created(ask(SERVER, "round-1"));
        created(ask(SERVER, "round-2"));

        var refused = ask(SERVER, "round-3");

        assertThat(refused).isEqualTo(GameServerAnswer.refused("1", PartnerError.TOO_MANY_INSTANCES));
        assertThat(Objects.requireNonNull(refused.error()).retryable()).isTrue();
        assertThat(made).hasSize(2);
        life.apply(first.instanceId(), new EndRequested("done"));
        assertThat(ask(SERVER, "round-3").ok()).isTrue();
        assertThat(ask(SERVER, "round-4")).isEqualTo(GameServerAnswer.refused("1", PartnerError.TOO_MANY_INSTANCES));
    }

    @Test
    void countsWhatItsInstancesCreateInTurn() throws Exception {
        store.mostOffspring(2);
        var child = created(ask(SERVER, "child"));
        var grandchild = created(ask(child.serverId(), "grandchild", now(child.instanceId())));

        assertThat(now(grandchild.instanceId()).origin().root()).isEqualTo(SERVER);
        var refusal = GameServerAnswer.refused("1", PartnerError.TOO_MANY_INSTANCES);
        assertThat(ask(grandchild.serverId(), "another", now(grandchild.instanceId())))
                .isEqualTo(refusal);
        assertThat(ask(SERVER, "another")).isEqualTo(refusal);
        assertThat(ask(OTHER, "another").ok()).isTrue();
    }

    @Test
    void answersTheSameRequestAgainHoweverManyThereAre() throws Exception {
        store.mostOffspring(1);
        var first = created(ask(SERVER, "round-1"));

        assertThat(created(ask(SERVER, "round-1")).instanceId()).isEqualTo(first.instanceId());

        life.apply(first.instanceId(), new EndRequested("done"));
        created(ask(SERVER, "round-2"));
        assertThat(ask(SERVER, "round-1")).isEqualTo(GameServerAnswer.refused("1", PartnerError.INSTANCE_OVER));
    }

    private GameServerAnswer ask(ServerId creator, String key, InstanceRecord from) {
        return ask(creator, key, ALICE, from);
    }

    private GameServerAnswer ask(ServerId creator, String key) {
        return ask(creator, key, ALICE);
    }

    private GameServerAnswer ask(ServerId creator, String key, PlayerId player) {
        return ask(creator, key, player, InstanceExamples.in(InstanceState.RUNNING));
    }

    private GameServerAnswer ask(ServerId creator, String key, PlayerId player, InstanceRecord from) {
        var players = List.of(new InstancePlayer(player, 0));
        var request = new CreateInstance("1", ID, key, "h", 7000, 8, players, null, null, null);
        return creations.create(creator, request, from);
    }

    private static CreatedInstance created(GameServerAnswer answer) throws DecodeException {
        assertThat(answer.ok()).as(answer.toString()).isTrue();
        return CREATED.decode(Objects.requireNonNull(answer.value()).text());
    }

    private AllocatedServer newServer() {
        return AllocatedServer.asked(
                new ServerId("gs-" + ids.incrementAndGet()), ASKED.allocatedBy(), tokens.newPair());
    }

    private InstanceRecord now(InstanceId id) {
        return store.load(id).orElseThrow().instance();
    }
}
