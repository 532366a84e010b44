package dev.gatehouse.simulation;

import dev.gatehouse.client.Timing;
import dev.gatehouse.proxy.drain.DrainProperties;
import dev.gatehouse.proxy.link.LinkProperties;
import dev.gatehouse.session.document.DocumentProperties;
import dev.gatehouse.session.event.EventProperties;
import dev.gatehouse.session.group.GroupProperties;
import dev.gatehouse.session.player.desync.DesyncProperties;
import dev.gatehouse.session.player.world.PlayerProperties;
import dev.gatehouse.session.rpc.RpcProperties;
import dev.gatehouse.session.session.SessionProperties;
import dev.gatehouse.session.session.SessionProperties.OutboxProperties;
import dev.gatehouse.session.shard.ShardLimits;
import dev.gatehouse.session.snapshot.SnapshotProperties;
import dev.gatehouse.session.talk.TalkProperties;
import dev.gatehouse.session.topic.TopicProperties;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/// The settings of every service: those of production about three times as fast, and with bounds that are
/// reached, so that a minute has more in it.
public final class Settings {

    public static final Duration COMMAND_TIMEOUT = Duration.ofMillis(600);
    public static final Duration ANNOUNCE_TTL = Duration.ofSeconds(3);
    public static final Duration TICK = Duration.ofMillis(500);

    /// How long a node that stops waits for proxies, and for everything.
    public static final Duration HOLD = Duration.ofSeconds(1);

    public static final Duration GOODBYE = Duration.ofSeconds(4);

    public static final ShardLimits SHARDS = new ShardLimits(1_000, 16, Duration.ofMillis(100));

    public static final PlayerProperties PLAYERS = new PlayerProperties(
            Duration.ofSeconds(3),
            Duration.ofMillis(400),
            Duration.ofSeconds(10),
            Duration.ofSeconds(3),
            1_000,
            DataSize.ofMegabytes(4),
            100,
            Duration.ofSeconds(60));

    public static final SnapshotProperties SNAPSHOTS =
            new SnapshotProperties(8, DataSize.ofKilobytes(1), Duration.ofSeconds(5), 2);

    public static final DesyncProperties DESYNCS =
            new DesyncProperties(DataSize.ofMegabytes(1), DataSize.ofMegabytes(1));

    public static final SessionProperties SESSIONS = new SessionProperties(
            Duration.ofSeconds(15),
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            Duration.ofSeconds(2),
            new OutboxProperties(256, DataSize.ofMegabytes(1), Duration.ofMinutes(10)),
            DataSize.ofMegabytes(1),
            DataSize.ofKilobytes(512),
            Duration.ofHours(24));

    public static final LinkProperties LINKS = new LinkProperties(
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofMillis(100),
            Duration.ofMillis(800),
            Duration.ofSeconds(3),
            Duration.ofSeconds(7),
            Duration.ofMillis(1_500),
            DataSize.ofMegabytes(8));

    public static final DrainProperties DRAIN = new DrainProperties(Duration.ofSeconds(2), Duration.ofSeconds(2));

    /// Of a proxy, for a client without a session.
    public static final Duration HANDSHAKE = Duration.ofSeconds(6);

    public static final Timing CLIENTS = new Timing(
            Duration.ofMillis(250),
            Duration.ofSeconds(1),
            Duration.ofSeconds(3),
            Duration.ofSeconds(6),
            new Timing.Reconnect(
                    Duration.ofMillis(300), Duration.ofMillis(200), Duration.ofSeconds(3), Duration.ofMinutes(10)));

    public static final RpcProperties CALLS =
            new RpcProperties(8, Duration.ofSeconds(5), Duration.ofSeconds(20), DataSize.ofKilobytes(4));

    public static final TalkProperties TALK = new TalkProperties(64, Duration.ofSeconds(7));

    public static final TopicProperties TOPICS = new TopicProperties(Duration.ofSeconds(3), Duration.ofSeconds(30));

    public static final GroupProperties GROUPS = new GroupProperties(2, 1_000, Duration.ofSeconds(5));

    public static final EventProperties EVENTS =
            new EventProperties(DataSize.ofBytes(100), 10, 60, Duration.ofSeconds(5));

    public static final DocumentProperties DOCUMENTS =
            new DocumentProperties(DataSize.ofBytes(1000), 3, Duration.ofSeconds(5));

    private Settings() {}
}
