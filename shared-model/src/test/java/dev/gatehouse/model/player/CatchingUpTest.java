package dev.gatehouse.model.player;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.protocol.Encoding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A client that was away runs its ticks in lumps, and its server as they come in flushes.
class CatchingUpTest {

    /// Corn that grows, in steps that depend on the tick, the model's time and what was there before; some of them
    /// fail.
    private static final GameModel<Farm> GAME = GameModel.of(Farm.class, _ -> Farm.NEW)
            .actions(List.of(Farm.Sow.class, Farm.Rain.class))
            .onTick(CatchingUpTest::grow)
            .ticksPerSecond(7)
            .limits(new TimelineLimits(64, 200, 64))
            .build();

    private static Farm grow(Farm farm, ActionContext context) {
        if (context.tick() % 13 == 5) {
            throw new IllegalStateException("a drought");
        }
        return farm.withCorn((int) (farm.corn() * 31L + context.now().toEpochMilli()) % 10_007);
    }

    /// What is done, and at which tick.
    private record Deed(long tick, boolean isTheServers) {}

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @DisplayName("2.4 (9) catching up gives the same state as having ticked through it")
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void givesTheSameStateAsHavingTickedThroughIt(long seed) {
        var random = new Random(seed);
        var end = 1 + random.nextInt(1_500);
        var deeds = random.longs(random.nextInt(40), 0, end)
                .sorted()
                .mapToObj(tick -> new Deed(tick, random.nextBoolean()))
                .toList();
        var start = startOf(deeds);

        var through = tickedThrough(start, deeds, end);
        var caughtUp = caughtUp(start, deeds, end, random);
        var server = replayed(start, deeds, end, random);

        assertThat(through.tick()).isEqualTo(end);
        assertThat(caughtUp.tick()).as("seed %d", seed).isEqualTo(end);
        assertThat(caughtUp.model()).as("seed %d", seed).isEqualTo(through.model());
        assertThat(server.tick()).as("seed %d", seed).isEqualTo(end);
        assertThat(server.model()).as("seed %d", seed).isEqualTo(through.model());
        assertThat(server.checksum()).as("seed %d", seed).isEqualTo(through.checksum());
    }

    /// With the server's actions waiting, their ids in the order of the deeds.
    private static Timeline<Farm> startOf(List<Deed> deeds) {
        var timeline = Timeline.start(GAME, Farm.NEW, 0, Instant.ofEpochMilli(1_903_867_200_123L));
        for (int id = 0; id < deeds.size(); id++) {
            timeline = deeds.get(id).isTheServers() ? timeline.enqueue(id, new Farm.Rain()) : timeline;
        }
        return timeline;
    }

    private static Timeline<Farm> tickedThrough(Timeline<Farm> start, List<Deed> deeds, long end) {
        var timeline = start;
        int next = 0;
        while (timeline.tick() < end) {
            for (; next < deeds.size() && deeds.get(next).tick() == timeline.tick(); next++) {
                timeline = done(timeline, deeds.get(next), next);
            }
            timeline = timeline.ticks(1);
        }
        return timeline;
    }

    private static Timeline<Farm> done(Timeline<Farm> timeline, Deed deed, int id) {
        var applied = deed.isTheServers() ? timeline.execute(id).orElseThrow() : timeline.run(new Farm.Sow(id + 1));
        return applied.timeline();
    }

    private static Timeline<Farm> caughtUp(Timeline<Farm> start, List<Deed> deeds, long end, Random random) {
        var timeline = start;
        for (int id = 0; id < deeds.size(); id++) {
            timeline = done(inLumps(timeline, deeds.get(id).tick(), random), deeds.get(id), id);
        }
        return inLumps(timeline, end, random);
    }

    private static Timeline<Farm> inLumps(Timeline<Farm> from, long to, Random random) {
        var timeline = from;
        while (timeline.tick() < to) {
            timeline = timeline.ticks(lump(to - timeline.tick(), random));
        }
        return timeline;
    }

    private static int lump(long most, Random random) {
        return 1 + random.nextInt((int) Math.min(most, GAME.limits().ticks()));
    }

    private static Timeline<Farm> replayed(Timeline<Farm> start, List<Deed> deeds, long end, Random random) {
        var timeline = start;
        for (var flush : flushes(opsOf(deeds, end, random))) {
            timeline = ((Replay.Replayed<Farm>) timeline.replay(flush)).timeline();
        }
        return timeline;
    }

    private static List<Op> opsOf(List<Deed> deeds, long end, Random random) {
        var ops = new ArrayList<Op>();
        long tick = 0;
        for (int id = 0; id < deeds.size(); id++) {
            var deed = deeds.get(id);
            addTicks(ops, deed.tick() - tick, random);
            tick = deed.tick();
            ops.add(
                    deed.isTheServers()
                            ? Op.serverAction(id)
                            : Op.action(GAME.encode(Encoding.PROTO, new Farm.Sow(id + 1))));
        }
        addTicks(ops, end - tick, random);
        return ops;
    }

    private static void addTicks(List<Op> ops, long count, Random random) {
        for (long left = count; left > 0; ) {
            int lump = lump(left, random);
            ops.add(Op.ticks(lump));
            left -= lump;
        }
    }

    /// As full as a flush may be.
    private static List<List<Op>> flushes(List<Op> ops) {
        var flushes = new ArrayList<List<Op>>();
        var now = new ArrayList<Op>();
        int ticks = 0;
        for (var op : ops) {
            int more = op.ticks() == null ? 0 : op.ticks();
            if (now.size() == GAME.limits().ops()
                    || ticks + more > GAME.limits().ticks()) {
                flushes.add(List.copyOf(now));
                now.clear();
                ticks = 0;
            }
            now.add(op);
            ticks += more;
        }
        flushes.add(now);
        return flushes;
    }
}
