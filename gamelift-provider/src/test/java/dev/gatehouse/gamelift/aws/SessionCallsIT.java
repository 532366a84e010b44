package dev.gatehouse.gamelift.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.provider.Allocation;
import dev.gatehouse.provider.RunningServer;
import dev.gatehouse.provider.ServerEnvironment;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What GameLift is asked, and how often: it keeps sessions for 30 days after their end, and limits
/// how much one may ask.
class SessionCallsIT {

    private static final String SESSIONS = "DescribeGameSessions";
    private static final String PLACEMENT = "DescribeGameSessionPlacement";
    private static final ServerId ONE = new ServerId("gs-1");
    private static final ServerId OTHER = new ServerId("gs-2");

    @Test
    void looksThroughNoSessionsThatHaveEnded() throws Exception {
        try (var gameLift = new ScriptedGameLift(null)) {
            gameLift.hadSessions(50);
            allocate(gameLift, ONE);
            int before = gameLift.asked(SESSIONS);

            assertThat(gameLift.provider().list())
                    .extracting(RunningServer::serverId)
                    .containsExactly(ONE);

            assertThat(gameLift.asked(SESSIONS) - before).isEqualTo(2);
        }
    }

    @Test
    void readsEveryPageOfThoseThatRun() throws Exception {
        try (var gameLift = new ScriptedGameLift(null)) {
            for (int i = 1; i <= 3; i++) {
                allocate(gameLift, new ServerId("gs-" + i));
            }

            assertThat(gameLift.provider().list())
                    .extracting(server -> server.serverId().value())
                    .containsExactlyInAnyOrder("gs-1", "gs-2", "gs-3");
        }
    }

    @Test
    void listsASessionOnceThatBecomesActiveMeanwhile() throws Exception {
        try (var gameLift = new ScriptedGameLift(null)) {
            allocate(gameLift, ONE);
            allocate(gameLift, OTHER);
            gameLift.activates(ONE);

            assertThat(gameLift.provider().list())
                    .extracting(RunningServer::serverId)
                    .containsExactlyInAnyOrder(ONE, OTHER);
        }
    }

    @Test
    void asksForAPlacementAndNotForAllSessions() throws Exception {
        try (var gameLift = new ScriptedGameLift("queue-1")) {
            gameLift.hadSessions(50);

            allocate(gameLift, ONE);

            assertThat(gameLift.asked("StartGameSessionPlacement")).isEqualTo(1);
            assertThat(gameLift.asked(SESSIONS)).isZero();
        }
    }

    @Test
    void findsAPlacedSessionByItsPlacement() throws Exception {
        try (var gameLift = new ScriptedGameLift("queue-1")) {
            gameLift.hadSessions(50);
            allocate(gameLift, ONE);
            allocate(gameLift, OTHER);
            int placements = gameLift.asked(PLACEMENT);

            assertThat(gameLift.provider().describe(ONE))
                    .map(RunningServer::serverId)
                    .contains(ONE);

            assertThat(gameLift.asked(PLACEMENT) - placements).isEqualTo(1);
            assertThat(gameLift.asked(SESSIONS)).isEqualTo(1);
            gameLift.provider().deallocate(ONE);
            assertThat(gameLift.asked(SESSIONS)).isEqualTo(2);
            assertThat(gameLift.running()).containsExactly(OTHER);
            assertThat(gameLift.provider().describe(ONE)).isEmpty();
            assertThat(gameLift.asked(SESSIONS)).isEqualTo(3);
        }
    }

    private static void allocate(ScriptedGameLift gameLift, ServerId server) {
        var instance = new InstanceId("gi-of-" + server);
        gameLift.provider()
                .allocate(new Allocation(
                        server,
                        instance,
                        new GameId("goldrush"),
                        null,
                        Duration.ofSeconds(10),
                        () -> new ServerEnvironment(
                                URI.create("ws://127.0.0.1:8082"), "social", "game", instance, server)));
    }
}
