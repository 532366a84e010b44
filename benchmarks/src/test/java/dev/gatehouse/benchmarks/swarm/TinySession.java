package dev.gatehouse.benchmarks.swarm;

import dev.gatehouse.benchmarks.swarm.TinyMine.Fault;
import dev.gatehouse.goldrush.player.Goldrush;
import dev.gatehouse.goldrush.player.Player;
import dev.gatehouse.model.codec.Audience;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.player.Replay;
import dev.gatehouse.model.player.Timeline;
import dev.gatehouse.model.protocol.ClientFrame;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.protocol.ServerFrame;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.model.protocol.ServerMessage.Limits;
import dev.gatehouse.model.protocol.ServerMessage.Maintenance;
import dev.gatehouse.model.protocol.ServerMessage.MaintenanceState;
import dev.gatehouse.model.protocol.ServerMessage.PlayerStart;
import dev.gatehouse.model.protocol.ServerMessage.ProtocolRange;
import dev.gatehouse.model.protocol.ServerMessage.ServerHello;
import dev.gatehouse.model.protocol.ServerMessage.SessionResumed;
import dev.gatehouse.model.protocol.ServerMessage.SessionStarted;
import dev.gatehouse.model.stream.Bounds;
import dev.gatehouse.model.stream.Inbox;
import dev.gatehouse.model.stream.Outbox;
import dev.gatehouse.model.stream.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A session of the [TinyMine]: its numbers and its player.
final class TinySession {

    private final Outbox<ServerFrame> outbox = new Outbox<>(new Bounds(1_000, 1 << 20, Duration.ofHours(1)));
    private final Inbox inbox = new Inbox();
    private final SessionId id;
    private final String device;
    private final Fault fault;
    private Timeline<Player> timeline;
    private int invented;

    TinySession(String id, String device, @Nullable Player before, Fault fault) {
        this.id = new SessionId(id);
        this.device = device;
        this.fault = fault;
        this.timeline = Timeline.start(Goldrush.MODEL, before == null ? Player.newcomer() : before, 0, Instant.EPOCH);
    }

    SessionId id() {
        return id;
    }

    String device() {
        return device;
    }

    /// What the player's next session starts with.
    Player kept() {
        var player = timeline.model();
        return player.withGold(player.gold() + invented);
    }

    static ServerHello hello() {
        var maintenance = new Maintenance(MaintenanceState.NOT_SCHEDULED, null, null);
        return new ServerHello("gatehouse", "test", new ProtocolRange(1, 1), 0, 20_000, maintenance);
    }

    SessionStarted started() {
        var model = Goldrush.MODEL.encodeModel(Encoding.PROTO, timeline.model(), Audience.CLIENT);
        var start = new PlayerStart(
                true,
                model,
                timeline.tick(),
                Goldrush.MODEL.ticksPerSecond(),
                Goldrush.LOGIC_VERSION,
                timeline.checksum(),
                0);
        var limits = new Limits(5 << 20, 1 << 20);
        return new SessionStarted(
                id, "resume", 1, new PlayerId("guest"), Goldrush.ID, 0, 25_000, 60_000, limits, start);
    }

    SessionResumed resumed() {
        return new SessionResumed(id, "resume", 1, inbox.handled());
    }

    List<ServerFrame> missing(long received) {
        return outbox.after(received).orElseThrow().stream().map(Sent::frame).toList();
    }

    /// @return the answer, if the message is a flush that was not here before
    @Nullable
    ServerFrame take(ClientFrame frame) {
        if (frame.ack() != null) {
            outbox.acknowledge(frame.ack());
        }
        if (frame.seq() == null
                || inbox.receive(frame.seq()) != Inbox.Verdict.NEW
                || !(frame.message() instanceof Flush flush)) {
            return null;
        }
        var done = (Replay.Replayed<Player>) timeline.replay(flush.ops());
        if (fault == Fault.DOUBLES_A_FLUSH && invented == 0) {
            invented = done.timeline().model().gold() - timeline.model().gold();
        }
        timeline = done.timeline();
        if (!timeline.checksum().equals(flush.checksum())) {
            throw new AssertionError("the client's checksum is not ours");
        }
        inbox.markHandled(frame.seq());
        var result = new FlushResult(frame.seq(), timeline.tick(), done.results(), null);
        var answer = new ServerFrame(outbox.nextNumber(), inbox.handled(), result);
        outbox.add(answer, 100, 0);
        return answer;
    }
}
