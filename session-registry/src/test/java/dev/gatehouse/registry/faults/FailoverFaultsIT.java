package dev.gatehouse.registry.faults;

import static dev.gatehouse.registry.LocalLine.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.journal.AppendResult.Appended;
import dev.gatehouse.registry.journal.AppendResult.Fenced;
import dev.gatehouse.registry.journal.AppendResult.Unconfirmed;
import dev.gatehouse.registry.redis.Scripts;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `gatehouse.registry.durability` is worth when Redis fails over.
class FailoverFaultsIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMillis(100);

    /// For a replica that is well, on a machine that has other things to do.
    private static final Duration LONG_PATIENCE = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    private RedisPair redis;

    @BeforeEach
    void start() throws Exception {
        redis = RedisPair.start(folder);
    }

    @AfterEach
    void stop() throws Exception {
        redis.close();
    }

    @Test
    @DisplayName("F17: a master is killed with its replica healthy, and nothing that a replica confirmed is lost")
    void losesNothingConfirmedInAFailover() throws Exception {
        var scribe = Scribe.on(replicated(redis.first(), LONG_PATIENCE), "a");
        scribe.write(500);
        long acknowledged = scribe.acknowledged();

        redis.killFirst();
        redis.promote();

        long stored = Scribe.stored(local(redis.second()));
        System.out.printf("F17: lost %d of %d acknowledged%n", acknowledged - stored, acknowledged);
        assertThat(acknowledged).isEqualTo(500);
        assertThat(stored).isEqualTo(500);
    }

    @Test
    @DisplayName("F18: the replica is cut off before the failover; what it did not confirm was not acknowledged")
    void acknowledgesNothingThatAFailoverWouldLose() throws Exception {
        var before = Scribe.on(replicated(redis.first(), LONG_PATIENCE), "a");
        before.write(100);
        redis.cut();
        var scribe = before.over(replicated(redis.first()));
        scribe.write(5);

        long stored = failsOver("replicated, cut off", scribe);

        assertThat(scribe.acknowledged()).isEqualTo(100);
        assertThat(stored).isEqualTo(100);
    }

    @Test
    @DisplayName("F18: a black hole before the failover: its master counts the replica, and acknowledges nothing")
    void acknowledgesNothingThatIsSwallowed() throws Exception {
        var before = Scribe.on(replicated(redis.first(), LONG_PATIENCE), "a");
        before.write(100);
        redis.swallow();
        var scribe = before.over(replicated(redis.first()));
        scribe.write(5);
        assertThat(redis.replicasOnline()).isEqualTo(1);

        long stored = failsOver("replicated, in a black hole", scribe);

        assertThat(scribe.acknowledged()).isEqualTo(100);
        assertThat(stored).isEqualTo(100);
    }

    @Test
    @DisplayName("F18: without a replica's word a failover loses what the replica did not have")
    void losesWhatOnlyTheMasterHad() throws Exception {
        var scribe = Scribe.on(local(redis.first()), "a");
        scribe.write(100);
        redis.cut();
        scribe.write(100);

        long stored = failsOver("local, cut off", scribe);

        assertThat(scribe.acknowledged()).isEqualTo(200);
        assertThat(stored).isBetween(0L, 100L);
    }

    @Test
    @DisplayName("F18: without a replica's word all that went into a black hole is lost, and no more")
    void losesWhatWasSwallowed() throws Exception {
        var scribe = Scribe.on(local(redis.first()), "a");
        scribe.write(100);
        redis.join();
        redis.swallow();
        scribe.write(100);
        assertThat(redis.replicasOnline()).isEqualTo(1);

        long stored = failsOver("local, in a black hole", scribe);

        assertThat(scribe.acknowledged()).isEqualTo(200);
        assertThat(stored).isEqualTo(100);
    }

    /// @return how many entries the one that took over has
    private long failsOver(String how, Scribe scribe) throws Exception {
        long online = redis.replicasOnline();
        redis.killFirst();
        redis.promote();
        long stored = Scribe.stored(local(redis.second()));
        System.out.printf(
                "F18: %s: replicas online %d, lost %d of %d acknowledged%n",
                how, online, scribe.acknowledged() - stored, scribe.acknowledged());
        return stored;
    }

    @Test
    @DisplayName("F19: writers of an old master that goes on, or comes back as a replica, are not acknowledged")
    void acknowledgesNoWriterOfAnOldMaster() throws Exception {
        var before = Scribe.on(replicated(redis.first(), LONG_PATIENCE), "a");
        before.write(10);
        redis.cut();
        var stale = before.over(replicated(redis.first()));
        redis.promote();
        var rightful = Scribe.on(replicated(redis.second()), "b");

        assertThat(stale.write()).isInstanceOf(Unconfirmed.class);
        redis.demoteFirst();
        for (int i = 0; i < 20; i++) {
            assertThat(stale.write()).isInstanceOf(Unconfirmed.class);
        }

        System.out.printf("F19: acknowledged by the old master: %d%n", stale.acknowledged() - 10);
        assertThat(stale.acknowledged()).isEqualTo(10);
        assertThat(rightful.lease().epoch()).isGreaterThan(stale.lease().epoch());
    }

    @Test
    @DisplayName("F20: a failover takes a grant back, and the next one has its epoch: the nonce tells them apart")
    void fencesAnOwnerWhoseEpochIsGivenAgain() throws Exception {
        var first = Scribe.on(local(redis.first()), "a");
        first.write(10);
        redis.join();
        redis.cut();
        var lost = Scribe.on(local(redis.first()), "b");
        redis.killFirst();
        redis.promote();

        var next = Scribe.on(local(redis.second()), "c");
        var stale = lost.over(local(redis.second()));

        assertThat(next.lease().epoch()).isEqualTo(lost.lease().epoch());
        int accepted = 0;
        for (int i = 0; i < 50; i++) {
            accepted += stale.write() instanceof Fenced ? 0 : 1;
        }
        System.out.printf("F20: stale writes accepted: %d of 50%n", accepted);
        assertThat(accepted).isZero();
    }

    @Test
    @DisplayName("F21: a replica that does not answer: nothing is acknowledged, and all of it is stored once it does")
    void resolvesWhatWasUnknown() throws Exception {
        var patient = Scribe.on(replicated(redis.first(), LONG_PATIENCE), "a");
        patient.write(10);
        assertThat(patient.acknowledged()).isEqualTo(10);
        var scribe = patient.over(replicated(redis.first()));
        redis.pauseSecond();
        int unknown = 0;
        for (int i = 0; i < 5; i++) {
            unknown += scribe.write() instanceof Unconfirmed ? 1 : 0;
        }
        redis.letSecondGoOn();

        // Another line: its first WAIT is asked after the pause.
        var again = scribe.over(replicated(redis.first(), LONG_PATIENCE));
        assertThat(again.write()).isEqualTo(new Appended(12, 11));

        long stored = Scribe.stored(local(redis.first()));
        System.out.printf(
                "F21: unknown %d of 5, all of one entry; of %d acknowledged in the end stored %d%n",
                unknown, again.acknowledged(), stored);
        assertThat(unknown).isEqualTo(5);
        assertThat(stored).isEqualTo(11);
    }

    private static Scripts local(int port) {
        return new Scripts(line(port), TIMEOUT);
    }

    private static Scripts replicated(int port) {
        return replicated(port, PATIENCE);
    }

    private static Scripts replicated(int port, Duration patience) {
        return local(port).confirmedByReplica(patience);
    }
}
