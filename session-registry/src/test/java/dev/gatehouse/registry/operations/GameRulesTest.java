package dev.gatehouse.registry.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatehouse.model.codec.proto.ProtoCodec;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.protocol.ServerMessage.Maintenance;
import dev.gatehouse.model.protocol.ServerMessage.MaintenanceState;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GameRulesTest {

    private static final Instant START = Instant.ofEpochMilli(1_000_000);
    private static final Instant BEFORE = START.minusMillis(1);
    private static final PlayerId ALICE = new PlayerId("alice");

    @Test
    void letsEverybodyPlayWhereNobodyRuled() {
        assertThat(GameRules.NONE.acceptsCommit(null)).isTrue();
        assertThat(GameRules.NONE.refusesPatch("web", 3, 0)).isFalse();
        assertThat(GameRules.NONE.closedFor(ALICE, "web", START)).isEmpty();
        assertThat(GameRules.NONE.maintenance("web", START))
                .isEqualTo(new Maintenance(MaintenanceState.NOT_SCHEDULED, null, null));
    }

    @Test
    void closesAtTheStartOfTheWindowAndNotAMomentBefore() {
        var rules = GameRules.NONE.withWindow(window("w", 60_000L));

        assertThat(rules.closedFor(ALICE, "web", BEFORE)).isEmpty();
        assertThat(rules.maintenance("web", BEFORE))
                .isEqualTo(new Maintenance(MaintenanceState.UPCOMING, 1_000_000L, 60_000L));
        assertThat(rules.closedFor(ALICE, "web", START)).isPresent();
        assertThat(rules.maintenance("web", START))
                .isEqualTo(new Maintenance(MaintenanceState.ONGOING, 1_000_000L, 60_000L));
    }

    @Test
    void staysClosedPastTheEstimateUntilAnOperatorEndsIt() {
        var rules = GameRules.NONE.withWindow(window("w", 1L));

        assertThat(rules.closedFor(ALICE, "web", START.plusSeconds(3600))).isPresent();
        assertThat(rules.withoutWindow("w").closedFor(ALICE, "web", START.plusSeconds(3600)))
                .isEmpty();
    }

    @Test
    void closesOnlyThePlatformsOfTheWindow() {
        var rules = GameRules.NONE.withWindow(new MaintenanceWindow("w", START, null, List.of("ios"), List.of()));

        assertThat(rules.closedFor(ALICE, "ios", START)).isPresent();
        assertThat(rules.closedFor(ALICE, "web", START)).isEmpty();
        assertThat(rules.maintenance("ios", START).state()).isEqualTo(MaintenanceState.ONGOING);
        assertThat(rules.maintenance("web", START).state()).isEqualTo(MaintenanceState.NOT_SCHEDULED);
        assertThat(rules.maintenanceOfAll(START).state()).isEqualTo(MaintenanceState.NOT_SCHEDULED);
    }

    @Test
    void letsDevelopersPassEveryWindowAndTheAllowedTheirs() {
        var allowed = GameRules.NONE.withWindow(new MaintenanceWindow("w", START, null, List.of(), List.of(ALICE)));

        assertThat(allowed.closedFor(ALICE, "web", START)).isEmpty();
        assertThat(allowed.closedFor(new PlayerId("bob"), "web", START)).isPresent();
        assertThat(allowed.withWindow(window("another", null)).closedFor(ALICE, "web", START))
                .isPresent();
        assertThat(allowed.withWindow(window("another", null))
                        .withDevelopers(List.of(ALICE))
                        .closedFor(ALICE, "web", START))
                .isEmpty();
    }

    @Test
    void tellsOfTheWindowThatLastsLongestAndThenOfTheNextOne() {
        var rules = GameRules.NONE
                .withWindow(window("short", 1L))
                .withWindow(window("long", 5L))
                .withWindow(new MaintenanceWindow("later", START.plusSeconds(9), 7L, List.of(), List.of()));

        assertThat(rules.closedFor(ALICE, "web", START).orElseThrow().id()).isEqualTo("long");
        assertThat(rules.maintenance("web", START).estimatedMillis()).isEqualTo(5);
        assertThat(rules.withoutWindow("short")
                        .withoutWindow("long")
                        .maintenance("web", START)
                        .startsAt())
                .isEqualTo(1_009_000);
        assertThat(rules.withWindow(window("unknown", null))
                        .maintenance("web", START)
                        .estimatedMillis())
                .isNull();
    }

    @Test
    void countsPatchesForEachPlatformAndLogicVersion() {
        var rules = GameRules.NONE.withPatchMinimums(List.of(new PatchMinimum("ios", 3, 2)));

        assertThat(rules.refusesPatch("ios", 3, 1)).isTrue();
        assertThat(rules.refusesPatch("ios", 3, 2)).isFalse();
        assertThat(rules.refusesPatch("web", 3, 1)).isFalse();
        assertThat(rules.refusesPatch("ios", 4, 0)).isFalse();
    }

    @Test
    void wantsACommitIdWhereSomeAreNamed() {
        var rules = GameRules.NONE.withCommitIds(List.of("9fceb02"));

        assertThat(rules.acceptsCommit("9fceb02")).isTrue();
        assertThat(rules.acceptsCommit("0000000")).isFalse();
        assertThat(rules.acceptsCommit(null)).isFalse();
    }

    @Test
    void replacesAWindowOfTheSameId() {
        var rules = GameRules.NONE.withWindow(window("w", 1L)).withWindow(window("w", 2L));

        assertThat(rules.windows()).containsExactly(window("w", 2L));
    }

    @Test
    void boundsWhatOperatorsWrite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IntStream.rangeClosed(0, GameRules.MOST_WINDOWS)
                        .mapToObj(i -> window("w" + i, null))
                        .reduce(GameRules.NONE, GameRules::withWindow, (_, last) -> last));
        assertThatIllegalArgumentException().isThrownBy(() -> window(" ", null));
        assertThatIllegalArgumentException().isThrownBy(() -> window("w", 0L));
        assertThatIllegalArgumentException().isThrownBy(() -> new VersionRange(3, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new PatchMinimum("", 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ban(null, "x".repeat(501)));
    }

    @Test
    void survivesStorage() throws Exception {
        var rules = GameRules.NONE
                .withActive(new VersionRange(2, 3))
                .withWindow(new MaintenanceWindow("w", START, 5L, List.of("ios"), List.of(ALICE)))
                .withPatchMinimums(List.of(new PatchMinimum("ios", 3, 2)))
                .withCommitIds(List.of("9fceb02"))
                .withDevelopers(List.of(ALICE))
                .withConfigVersion("2");
        var codec = ProtoCodec.of(GameRules.class);

        assertThat(codec.decode(codec.encodeToByteString(rules))).isEqualTo(rules);
    }

    private static MaintenanceWindow window(String id, @Nullable Long estimatedMillis) {
        return new MaintenanceWindow(id, START, estimatedMillis, List.of(), List.of());
    }
}
