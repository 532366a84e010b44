package dev.gatehouse.session.player;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.Audience;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.player.Replay;
import dev.gatehouse.model.player.Timeline;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.session.fixture.Purse;
import java.time.Instant;
import java.util.List;

/// A desync of [Purse] as a node keeps it: its client has dug, and says that it came to something else.
public final class KeptDesync {

    private static final List<Op> OPS = List.of(Op.ticks(4), PlayersBench.call(100, "{\"amount\":5}"));

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

    private static String reached() {
        return switch (Timeline.start(Purse.MODEL, Purse.NEW, 0, Instant.EPOCH).replay(OPS)) {
            case Replay.Replayed<Purse> done -> done.timeline().checksum();
            case Replay.Rejected<Purse> _, Replay.Diverged<Purse> _ -> throw new AssertionError();
        };
    }

    private static DesyncBundle of(GameId game, String server) {
        ByteString start =
                StoredPlayers.encode(PlayerState.start(Purse.MODEL, Purse.NEW, Instant.EPOCH), Audience.CLIENT);
        return new DesyncBundle(
                game,
                new PlayerId("alice"),
                new SessionId("s-1"),
                Purse.MODEL.logicVersion(),
                Instant.EPOCH,
                start,
                List.of(),
                12,
                stored(),
                OPS.size() - 1,
                "fedcba9876543210",
                server,
                null,
                List.of());
    }

    private static List<Op> stored() {
        try {
            return JournalOps.of(Purse.MODEL, OPS);
        } catch (DecodeException e) {
            throw new AssertionError(e);
        }
    }

    private KeptDesync() {}
}
