package dev.gatehouse.session.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.player.Action;
import dev.gatehouse.model.servercode.EditAnswer;
import dev.gatehouse.model.servercode.GameDefinition;
import dev.gatehouse.model.servercode.GiveAnswer;
import dev.gatehouse.model.servercode.WhilePlaying;
import dev.gatehouse.session.fixture.LaterPurse;
import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.session.player.bench.PlayersBench;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a game's server code hears of the actions that it gives to players, and of its edits.
class OwnPlayersTest {

    private static final GiveAnswer GIVEN = new GiveAnswer.Given();

    private final PlayersBench bench = new PlayersBench();
    private final OwnPlayers own = new OwnPlayers(Purse.GAME, () -> bench.players);

    OwnPlayersTest() {
        bench.attach("alice", "s-1");
    }

    @Test
    void saysWhatTheActionSaid() {
        assertThat(give(new Purse.SetTip("dig deeper"), null)).isEqualTo(GIVEN);
        assertThat(give(new Purse.SetTip("spam"), null)).isEqualTo(new GiveAnswer.Refused("no_spam"));
        assertThat(give(new Purse.SetTip("boom"), null)).isEqualTo(new GiveAnswer.Refused("threw"));
    }

    @Test
    void saysWhatTheSuiteSaysInWordsOfItsOwn() {
        assertThat(give(new Purse.Steal(1), null)).isEqualTo(new GiveAnswer.Touches("gold"));
        assertThat(give("nobody", new Purse.AddGold(1), null)).isEqualTo(new GiveAnswer.UnknownPlayer());
        for (int i = 0; i < Purse.MODEL.limits().pending(); i++) {
            assertThat(give(new Purse.AddGold(1), null)).isEqualTo(GIVEN);
        }
        assertThat(give(new Purse.AddGold(1), null)).isEqualTo(new GiveAnswer.TooManyWaiting());
    }

    @Test
    void saysWhereItIsNotKnownOrCannotBeNow() {
        var other = bench.another("session-2");
        var elsewhere = new OwnPlayers(Purse.GAME, () -> other.players);

        var answer = elsewhere.give(new PlayerId("alice"), new Purse.AddGold(1), "k");
        other.turns();

        assertThat(answer.toCompletableFuture().join()).isEqualTo(new GiveAnswer.Unavailable());
    }

    @Test
    void givesOnceUnderOneKey() {
        assertThat(give(new Purse.SetTip("dig"), "k")).isEqualTo(GIVEN);
        assertThat(give(new Purse.SetTip("dig deeper"), "k")).isEqualTo(GIVEN);

        assertThat(bench.modelOf("alice")).contains("\"tip\":\"dig\"");
    }

    @Test
    void takesKeysAsLongAsAnOrderDoes() {
        assertThat(give(new Purse.SetTip("dig"), "k".repeat(128))).isEqualTo(GIVEN);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> give(new Purse.SetTip("dig"), "k".repeat(129)))
                .withMessageStartingWith("key: ");
        assertThatIllegalArgumentException().isThrownBy(() -> give(new Purse.SetTip("half \uD83D"), null));
        assertThatIllegalArgumentException().isThrownBy(() -> give(new Purse.Dig(1), null));
    }

    @Test
    void saysWhatCameOfAnEdit() {
        assertThat(edit("alice", purse -> new Purse(purse.gold(), purse.tip(), 9)))
                .isEqualTo(new EditAnswer.Edited());
        assertThat(edit("alice", purse -> new Purse(50, purse.tip(), purse.suspicion())))
                .isEqualTo(new EditAnswer.Touches("gold"));
    }

    @Test
    @SuppressWarnings("NullAway") // A game may be compiled without null checks.
    void tellsEditsThatAreNoUseAgainFromThoseThatMayBe() {
        var gameless = new OwnPlayers(GameDefinition.of(new GameId("other"), Purse.MODEL), () -> bench.players);
        var other = bench.another("session-2");

        assertThat(edit("alice", purse -> new Purse(purse.gold(), null, purse.suspicion())))
                .isEqualTo(new EditAnswer.NoModel("tip: null (expected: a value)"));
        assertThat(edit("nobody", purse -> purse)).isEqualTo(new EditAnswer.UnknownPlayer());
        assertThat(edit(bench, gameless, "alice", purse -> purse)).isEqualTo(new EditAnswer.UnknownGame());
        assertThat(edit(other, new OwnPlayers(Purse.GAME, () -> other.players), "alice", purse -> purse))
                .isEqualTo(new EditAnswer.Unavailable());
    }

    /// Whoever gives or edits again and again would read it as often.
    @Test
    void saysWhatCannotBeReadHere() {
        var later = bench.another("session-2", LaterPurse.GAME);
        later.attach("bob", "s-2").leavesForGood();
        later.passes(Duration.ofSeconds(12));

        assertThat(give("bob", new Purse.AddGold(1), null)).isEqualTo(new GiveAnswer.Unreadable());
        assertThat(edit("bob", purse -> purse)).isEqualTo(new EditAnswer.Unreadable());
    }

    private EditAnswer edit(String player, UnaryOperator<Purse> edit) {
        return edit(bench, own, player, edit);
    }

    private static EditAnswer edit(PlayersBench node, OwnPlayers own, String player, UnaryOperator<Purse> edit) {
        var answer = own.edit(new PlayerId(player), Purse.class, edit, WhilePlaying.REFUSE)
                .toCompletableFuture();
        node.turns();
        assertThat(answer).isDone();
        return answer.join();
    }

    private GiveAnswer give(Action<?> action, @Nullable String key) {
        return give("alice", action, key);
    }

    private GiveAnswer give(String player, Action<?> action, @Nullable String key) {
        var answer = own.give(new PlayerId(player), action, key).toCompletableFuture();
        bench.turns();
        assertThat(answer).isDone();
        return answer.join();
    }
}
