package dev.gatehouse.instance.request;

import static dev.gatehouse.instance.life.InstanceExamples.ALICE;
import static dev.gatehouse.instance.life.InstanceExamples.ASKED;
import static dev.gatehouse.instance.life.InstanceExamples.BOB;
import static dev.gatehouse.instance.life.InstanceExamples.DEADLINES;
import static dev.gatehouse.instance.life.InstanceExamples.GAME;
import static dev.gatehouse.instance.life.InstanceExamples.ID;
import static dev.gatehouse.instance.life.InstanceExamples.NOW;
import static dev.gatehouse.model.partner.ReconnectPolicy.OFF;
import static dev.gatehouse.model.partner.ReconnectPolicy.OPTIONAL;
import static dev.gatehouse.model.partner.ReconnectPolicy.REQUIRED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.instance.life.Creator;
import dev.gatehouse.instance.life.InMemoryInstanceStore;
import dev.gatehouse.instance.life.InstanceExamples;
import dev.gatehouse.instance.life.InstanceLife;
import dev.gatehouse.instance.life.NoEffects;
import dev.gatehouse.instance.life.Receipts;
import dev.gatehouse.instance.life.UnsettledCreations;
import dev.gatehouse.instance.rules.InstanceDesk;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.instance.InstanceRequest.AddPlayers;
import dev.gatehouse.model.instance.InstanceRequest.Create;
import dev.gatehouse.model.instance.InstanceRequest.DeclineReconnect;
import dev.gatehouse.model.instance.InstanceRequest.End;
import dev.gatehouse.model.instance.InstanceRequest.Reconnect;
import dev.gatehouse.model.instance.InstanceRequest.RemovePlayers;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.partner.GameServerAnswer.Failure;
import dev.gatehouse.model.partner.InstancePlayer;
import dev.gatehouse.model.partner.ReconnectPolicy;
import dev.gatehouse.model.partner.SeatedPlayer;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.servercode.InstanceAnswer;
import dev.gatehouse.model.servercode.InstanceAsker;
import dev.gatehouse.model.servercode.InstanceOutline;
import dev.gatehouse.model.servercode.InstanceRules;
import dev.gatehouse.model.servercode.InstanceWish;
import dev.gatehouse.model.servercode.Verdict;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstanceRequestsTest {

    private static final PlayerId CAROL = new PlayerId("carol");

    private final InMemoryInstanceStore store = new InMemoryInstanceStore();
    private final InstantSource time = InstantSource.fixed(NOW);
    private final List<InstanceWish> asked = new ArrayList<>();
    private InstanceRules rules = _ -> Verdict.allowed();

    private final InstanceDesk desk = new InstanceDesk(
            this::ask,
            new Creator(store, DEADLINES, time, () -> ASKED, _ -> () -> {}, new UnsettledCreations(store)),
            new InstanceLife(store, new NoEffects(), new Receipts(time), DEADLINES, time, Runnable::run));
    private final InstanceRequests requests = new InstanceRequests(desk, store, "local-process");

    @Test
    @DisplayName("3.4 (15) a player creates an instance where the game agrees, once for each key of its own")
    void makesAPlayersInstanceOncePerKey() {
        var made = done(requests.answer(GAME, creation(ALICE, "our-match")));

        assertThat(made.players()).extracting(SeatedPlayer::playerId).containsExactly(ALICE, BOB);
        assertThat(asked)
                .containsExactly(new InstanceWish.Create(
                        InstanceAsker.player(ALICE),
                        List.of(new InstancePlayer(ALICE, 1), new InstancePlayer(BOB, 0)),
                        new JsonText("{\"map\":\"mine\"}"),
                        JsonText.EMPTY_OBJECT,
                        "eu-west"));
        rules = _ -> Verdict.refused("not today");
        assertThat(done(requests.answer(GAME, creation(ALICE, "our-match"))).id())
                .isEqualTo(made.id());
        assertThat(refusal(requests.answer(GAME, creation(ALICE, "another")))).isEqualTo("refused_by_game");
    }

    @Test
    @DisplayName("3.4 (16) server code says what becomes of players who come back")
    void takesTheReconnectPolicyOfServerCode() {
        var players = List.of(new InstancePlayer(ALICE, 0));
        var wish = new Create(InstanceAsker.BACKEND, "ranked", null, players, null, null, OPTIONAL);

        var made = done(requests.answer(GAME, wish));

        assertThat(policyOf(made)).isEqualTo(OPTIONAL);
        assertThat(done(requests.answer(GAME, wish)).id()).isEqualTo(made.id());
    }

    @Test
    @DisplayName("3.4 (16) of a player's instance the game's rules say it, and not the player")
    void takesTheReconnectPolicyOfTheRules() {
        rules = _ -> Verdict.allowed(OFF);

        var made = done(requests.answer(GAME, creation(ALICE, "our-match")));

        assertThat(policyOf(made)).isEqualTo(OFF);
        rules = _ -> Verdict.allowed();
        assertThat(done(requests.answer(GAME, creation(ALICE, "our-match"))).id())
                .isEqualTo(made.id());
        assertThat(policyOf(done(requests.answer(GAME, creation(ALICE, "another")))))
                .isEqualTo(REQUIRED);
    }

    private ReconnectPolicy policyOf(InstanceOutline instance) {
        return store.load(instance.id()).orElseThrow().instance().origin().reconnect();
    }

    @Test
    @DisplayName("3.4 (15) nobody comes to another's instance by its key")
    void keepsPlayersKeysApart() {
        var hers = done(requests.answer(GAME, creation(ALICE, "key-1")));
        var others = done(requests.answer(GAME, creation(CAROL, "key-1")));
        desk.create(InstanceAsker.BACKEND, InstanceExamples.creation());

        assertThat(List.of(hers.id(), others.id(), ID)).doesNotHaveDuplicates();
    }

    @Test
    void saysWhatIsWrongWithAKeyThatWasUsed() {
        var made = done(requests.answer(GAME, creation(ALICE, "key-1")));
        var otherwise = new Create(InstanceAsker.player(ALICE), "key-1", null, List.of(), null, null, null);
        assertThat(refusal(requests.answer(GAME, otherwise))).isEqualTo("idempotency_key_taken");

        desk.end(InstanceAsker.BACKEND, store.load(made.id()).orElseThrow().instance(), "over");
        assertThat(refusal(requests.answer(GAME, creation(ALICE, "key-1")))).isEqualTo("instance_over");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1]|eu-west|data: not an object (expected: a JSON object)",
                "{}|''|zone: 0 characters (expected: 1 to 64)",
            })
    void saysWhatDoesNotFit(String data, String zone, String why) {
        var wish = new Create(InstanceAsker.player(ALICE), "key-1", zone, List.of(), new JsonText(data), null, null);

        assertThat(requests.answer(GAME, wish))
                .isEqualTo(new InstanceAnswer.Refused(new Failure("invalid_argument", why, false)));
    }

    @Test
    @DisplayName("3.4 (15) a player joins where the game agrees, and once it is in it is not asked again")
    void joinsOnce() {
        running();

        var joined = done(requests.answer(GAME, join(CAROL)));
        rules = _ -> Verdict.refused("The mine is full.");

        assertThat(joined.players()).extracting(SeatedPlayer::playerId).containsExactly(ALICE, BOB, CAROL);
        assertThat(done(requests.answer(GAME, join(CAROL)))).isEqualTo(joined);
        assertThat(requests.answer(GAME, join(new PlayerId("dave"))))
                .isEqualTo(new InstanceAnswer.Refused(new Failure("refused_by_game", "The mine is full.", false)));
    }

    @Test
    @DisplayName("3.4 (16) a player who was asked says whether it comes back, and the game's rules are not asked")
    void saysWhetherItComesBack() {
        var offered = InstanceExamples.withPolicy(InstanceExamples.in(InstanceState.RUNNING), OPTIONAL);
        var seats = offered.players().stream().map(seat -> seat.asPresent().asOffered());
        store.create(offered.withPlayers(seats.toList()), Duration.ZERO, Duration.ZERO);
        rules = _ -> Verdict.refused("never");

        assertThat(done(requests.answer(GAME, new Reconnect(InstanceAsker.player(ALICE), ID)))
                        .players())
                .hasSize(2);
        assertThat(done(requests.answer(GAME, new DeclineReconnect(InstanceAsker.player(ALICE), ID)))
                        .players())
                .extracting(SeatedPlayer::playerId)
                .containsExactly(BOB);
        assertThat(refusal(requests.answer(GAME, new DeclineReconnect(InstanceAsker.player(ALICE), ID))))
                .isEqualTo("player_not_in_instance");
        assertThat(refusal(requests.answer(GAME, new DeclineReconnect(InstanceAsker.BACKEND, ID))))
                .isEqualTo("player_not_in_instance");
        assertThat(asked).isEmpty();
    }

    @Test
    @DisplayName("3.4 (16) whoever was not asked is told so")
    void refusesWhoWasNotAsked() {
        running();

        assertThat(refusal(requests.answer(GAME, new Reconnect(InstanceAsker.player(ALICE), ID))))
                .isEqualTo("reconnect_not_offered");
        assertThat(refusal(requests.answer(GAME, new DeclineReconnect(InstanceAsker.player(ALICE), ID))))
                .isEqualTo("reconnect_not_offered");
    }

    @Test
    @DisplayName("3.4 (15) a player leaves unless the game objects, and is out already where it was not in")
    void leaves() {
        running();
        rules = InstanceRules.USUAL;
        assertThat(done(requests.answer(GAME, leave(ALICE))).players())
                .extracting(SeatedPlayer::playerId)
                .containsExactly(BOB);
        rules = _ -> Verdict.refused("Nobody leaves.");

        assertThat(requests.answer(GAME, leave(ALICE))).isInstanceOf(InstanceAnswer.Done.class);
        assertThat(refusal(requests.answer(GAME, leave(BOB)))).isEqualTo("refused_by_game");
    }

    @Test
    void asksAgainForWhoeverIsNoPlayer() {
        running();
        rules = _ -> Verdict.refused("not today");

        assertThat(refusal(requests.answer(
                        GAME, new AddPlayers(InstanceAsker.BACKEND, ID, List.of(new InstancePlayer(ALICE, 0))))))
                .isEqualTo("refused_by_game");
    }

    @Test
    void endsWhatServerCodeEnds() {
        running();
        assertThat(requests.answer(GAME, new End(InstanceAsker.BACKEND, ID, "")))
                .isEqualTo(new InstanceAnswer.Refused(
                        new Failure("invalid_argument", "why: 0 characters (expected: 1 to 200)", false)));

        assertThat(done(requests.answer(GAME, new End(InstanceAsker.BACKEND, ID, "decided")))
                        .state())
                .isEqualTo(InstanceState.ENDED);
    }

    @Test
    void knowsNoInstanceOfAnotherGame() {
        running();

        assertThat(refusal(requests.answer(new GameId("chess"), join(ALICE)))).isEqualTo("unknown_instance");
        assertThat(refusal(requests.answer(new GameId("chess"), leave(ALICE)))).isEqualTo("unknown_instance");
        assertThat(asked).isEmpty();
    }

    @Test
    void doesNothingWithWhatIsOver() {
        store.create(InstanceExamples.in(InstanceState.ENDED), Duration.ZERO, Duration.ZERO);

        assertThat(refusal(requests.answer(GAME, join(ALICE)))).isEqualTo("instance_over");
        assertThat(refusal(requests.answer(GAME, leave(ALICE)))).isEqualTo("instance_over");
        assertThat(refusal(requests.answer(GAME, leave(CAROL)))).isEqualTo("instance_over");
    }

    private static Create creation(PlayerId by, String key) {
        return new Create(
                InstanceAsker.player(by),
                key,
                "eu-west",
                List.of(new InstancePlayer(by, 1), new InstancePlayer(BOB, 0)),
                new JsonText("{\"map\":\"mine\"}"),
                null,
                null);
    }

    private static AddPlayers join(PlayerId player) {
        return new AddPlayers(InstanceAsker.player(player), ID, List.of(new InstancePlayer(player, 0)));
    }

    private static RemovePlayers leave(PlayerId player) {
        return new RemovePlayers(InstanceAsker.player(player), ID, List.of(player));
    }

    private static InstanceOutline done(InstanceAnswer answer) {
        return switch (answer) {
            case InstanceAnswer.Done(var instance) -> instance;
            case InstanceAnswer.Refused(var why) -> throw new AssertionError(why);
        };
    }

    private static String refusal(InstanceAnswer answer) {
        return switch (answer) {
            case InstanceAnswer.Done(var instance) -> throw new AssertionError(instance);
            case InstanceAnswer.Refused(var why) -> why.code();
        };
    }

    private Verdict ask(GameId game, InstanceWish wish) {
        asked.add(wish);
        return rules.decide(wish);
    }

    private void running() {
        store.create(InstanceExamples.in(InstanceState.RUNNING), Duration.ZERO, Duration.ZERO);
    }
}
