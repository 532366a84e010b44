package dev.gatehouse.goldrush.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatehouse.determinism.history.ModelHistory;
import dev.gatehouse.model.player.Applied;
import dev.gatehouse.model.player.Immediate;
import dev.gatehouse.model.player.Timeline;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoldrushTest {

    private final Timeline<Player> start = Timeline.start(Goldrush.MODEL, Player.newcomer(), 0, Instant.EPOCH);

    @Test
    void canReadWhatTheLastVersionHasStored() {
        ModelHistory.check(Goldrush.MODEL, Path.of("src/test/model-history.txt"));
    }

    @Test
    void digsGold() {
        var dug = start.run(new DigGold(10)).timeline().run(new DigGold(1));

        assertThat(dug.result()).isEqualTo("ok");
        assertThat(dug.timeline().model().gold()).isEqualTo(11);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 11, Integer.MAX_VALUE})
    void digsNoMoreThanAShovelHolds(int amount) {
        var dug = start.run(new DigGold(amount));

        assertThat(dug.result()).isEqualTo("not_that_much");
        assertThat(dug.timeline().model().gold()).isZero();
    }

    @Test
    void fillsAPurseOnlyUpToItsBrim() {
        var rich = given(Player.MAX_GOLD - 5);

        assertThat(rich.run(new DigGold(6)).result()).isEqualTo("purse_full");
        assertThat(rich.run(new DigGold(5)).timeline().model().gold()).isEqualTo(Player.MAX_GOLD);
    }

    @Test
    void putsAClaimedGiftIntoTheInventoryOnce() {
        var given = ran(start.runNow(new GiveGift(new Gift("shovel", 2)))).timeline();

        var claimed = given.run(new ClaimGift(1));
        var again = claimed.timeline().run(new ClaimGift(1));

        assertThat(claimed.timeline().model().inventory()).isEqualTo(Map.of("shovel", 2));
        assertThat(claimed.timeline().model().gifts().items()).isEmpty();
        assertThat(again.result()).isEqualTo("no_such_gift");
    }

    @Test
    void keepsTheSuspicionsWithinBounds() {
        var timeline = start;
        for (int i = 0; i < 12; i++) {
            timeline = ran(timeline.runNow(new RaiseFraudScore(100))).timeline();
        }

        assertThat(timeline.model().fraudScore()).isEqualTo(1_000);
    }

    @Test
    void changesTheTipWithoutTouchingTheRest() {
        var told = ran(start.runNow(new SetTip("Dig at dawn.")));

        assertThat(told.timeline().model()).isEqualTo(Player.newcomer().withTipOfTheDay("Dig at dawn."));
    }

    @Test
    void refusesGiftsAndTipsOfNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Gift("", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Gift("shovel", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new SetTip("x".repeat(281)));
    }

    private Timeline<Player> given(int gold) {
        return start.enqueue(1, new AddGold(gold)).execute(1).orElseThrow().timeline();
    }

    private static Applied<Player> ran(Immediate<Player> immediate) {
        assertThat(immediate).isInstanceOf(Immediate.Ran.class);
        return ((Immediate.Ran<Player>) immediate).applied();
    }
}
