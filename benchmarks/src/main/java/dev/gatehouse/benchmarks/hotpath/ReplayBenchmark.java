package dev.gatehouse.benchmarks.hotpath;

import dev.gatehouse.goldrush.player.DigGold;
import dev.gatehouse.goldrush.player.Goldrush;
import dev.gatehouse.goldrush.player.Player;
import dev.gatehouse.model.player.Replay;
import dev.gatehouse.model.player.Timeline;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.protocol.Encoding;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What a session-service computes for a flush of one small action, without sockets and Redis: decode the action, run
/// it, hash the changed model.
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(1)
public class ReplayBenchmark {

    private final DigGold dig = new DigGold(3);
    private final Timeline<Player> timeline = Timeline.start(Goldrush.MODEL, Player.newcomer(), 0, Instant.EPOCH);
    private final List<Op> proto = List.of(Op.action(Goldrush.MODEL.encode(Encoding.PROTO, dig)));
    private final List<Op> json = List.of(Op.action(Goldrush.MODEL.encode(Encoding.JSON, dig)));

    /// The action alone, as a client runs its own.
    @Benchmark
    public Player run() {
        return timeline.run(dig).timeline().model();
    }

    @Benchmark
    public Player replayProto() {
        return replayed(proto).model();
    }

    @Benchmark
    public Player replayJson() {
        return replayed(json).model();
    }

    @Benchmark
    public String replayProtoAndCompare() {
        return replayed(proto).checksum();
    }

    private Timeline<Player> replayed(List<Op> ops) {
        return switch (timeline.replay(ops)) {
            case Replay.Replayed<Player> done -> done.timeline();
            case Replay.Diverged<Player> diverged -> throw new IllegalStateException("step " + diverged.op());
            case Replay.Rejected<Player> rejected -> throw new IllegalStateException(rejected.why());
        };
    }
}
