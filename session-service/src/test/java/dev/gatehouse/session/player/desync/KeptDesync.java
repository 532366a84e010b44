package dev.gatehouse.session.player.desync;

import dev.gatehouse.model.codec.Audience;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.player.Replay;
import dev.gatehouse.model.player.Timeline;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.session.player.bench.PlayersBench;
import dev.gatehouse.session.player.state.FlushOutcome;
import dev.gatehouse.session.player.state.PlayerState;
import dev.gatehouse.session.player.state.StoredPlayers;
import java.time.Instant;
import java.util.List;

/// A desync of [Purse] as a node keeps it: its client has dug, and says that it came to something else.
public final class KeptDesync {

    private static final List<Op> OPS = List.of(Op.ticks(4), PlayersBench.call(100, "{\"amount\":5}"));

    private static final String THEIRS = "fedcba9876543210";

    /// One that the code here repeats.
    public static DesyncBundle repeatable() {
        return of(Purse.GAME_ID, reached());
    }

    /// One of a node whose code came to something else.
    public static DesyncBundle ofOtherCode() {
        return of(Purse.GAME_ID, "0123456789abcdef");
    }

    public static DesyncBundle ofAnotherGame() {
        return of(new GameId("atlantis"), reached());
    }

    /// One whose player was too large.
    public static DesyncBundle withoutItsPlayer() {
        return repeatable().withoutPlayer();
    }

    private static String reached() {
        return switch (Timeline.start(Purse.MODEL, Purse.NEW, 0, Instant.EPOCH).replay(OPS)) {
            case Replay.Replayed<Purse> done -> done.timeline().checksum();
            case Replay.Rejected<Purse> _, Replay.Diverged<Purse> _ -> throw new AssertionError();
        };
    }

    private static DesyncBundle of(GameId game, String server) {
        var start = PlayerState.start(Purse.MODEL, Purse.NEW, Instant.EPOCH);
        return new DesyncBundle(
                game,
                new PlayerId("alice"),
                new SessionId("s-1"),
                Purse.MODEL.logicVersion(),
                Instant.EPOCH,
                StoredPlayers.encode(start, Audience.CLIENT),
                List.of(),
                12,
                stored(start),
                OPS.size() - 1,
                THEIRS,
                server,
                null,
                List.of());
    }

    private static List<Op> stored(PlayerState<Purse> start) {
        return switch (start.flush(new Flush(OPS, THEIRS))) {
            case FlushOutcome.Mismatch<Purse> mismatch -> mismatch.ops();
            case FlushOutcome.Accepted<Purse> _, FlushOutcome.Rejected<Purse> _ -> throw new AssertionError();
        };
    }

    private KeptDesync() {}
}
