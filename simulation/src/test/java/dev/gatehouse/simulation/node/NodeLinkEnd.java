package dev.gatehouse.simulation.node;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.link.LinkCodec;
import dev.gatehouse.model.link.LinkFrame.Kind;
import dev.gatehouse.model.link.ProxyMessage.Attach;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.protocol.FrameCodec;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.session.game.Games;
import dev.gatehouse.session.link.Link;
import dev.gatehouse.session.link.LinkOutput;
import dev.gatehouse.session.player.Players;
import dev.gatehouse.simulation.World;
import dev.gatehouse.simulation.check.Promise;
import dev.gatehouse.simulation.network.Cable;
import dev.gatehouse.simulation.network.LinkTraffic;
import dev.gatehouse.simulation.network.LinkTraffic.Frame;
import dev.gatehouse.simulation.network.LinkTraffic.Ping;
import dev.gatehouse.simulation.network.LinkTraffic.Pong;
import dev.gatehouse.simulation.network.LinkTraffic.Upgrade;
import dev.gatehouse.simulation.network.LinkTraffic.Upgraded;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The node's end of one link: frames go to the [Link] of production, and back. Notes which answers leave
/// that speak for the player: results of flushes, of those too that are refused.
final class NodeLinkEnd implements Cable.End<LinkTraffic>, LinkOutput {

    private final World world;
    private final NodeId self;
    private final Players players;
    private final Games games;

    /// Those on which what is sent leaves at once.
    private final Map<Integer, Listener> channels = new HashMap<>();

    private @Nullable Cable<LinkTraffic, LinkTraffic> cable;
    private @Nullable Link link;

    /// The client at the other end of a channel.
    private record Listener(PlayerKey player, Encoding encoding) {}

    NodeLinkEnd(World world, NodeId self, Players players, Games games) {
        this.world = world;
        this.self = self;
        this.players = players;
        this.games = games;
    }

    void on(Cable<LinkTraffic, LinkTraffic> opened) {
        cable = opened;
    }

    @Override
    public void heard(LinkTraffic message) {
        switch (message) {
            case Upgrade(var proxy) -> {
                link = new Link(proxy, this, players, games);
                say(new Upgraded());
            }
            case Frame(int channel, var kind, var payload) -> receive(channel, kind, payload);
            case Ping _ -> say(new Pong());
            case Upgraded _, Pong _ -> {}
        }
    }

    private void receive(int channel, Kind kind, ByteString payload) {
        try {
            if (kind == Kind.CONTROL && LinkCodec.decodeProxyMessage(payload) instanceof Attach attach) {
                channels.put(channel, new Listener(attach.player(), attach.encoding()));
            }
            if (kind == Kind.PAUSE) {
                // What waits for a slow client was acknowledged when it began to wait.
                channels.remove(channel);
            }
            Objects.requireNonNull(link).receive(channel, kind, payload);
        } catch (DecodeException e) {
            world.history().violated(Promise.NO_MISTAKES, self + " cannot read its link: " + e.getMessage());
        }
    }

    @Override
    public void closed(boolean inOrder) {
        if (link != null) {
            link.closed();
        }
    }

    @Override
    public void send(int channel, Kind kind, ByteString payload) {
        if (kind == Kind.BYTES) {
            watch(channel, payload);
        }
        say(new Frame(channel, kind, payload));
    }

    private void watch(int channel, ByteString frame) {
        try {
            var listener = channels.get(channel);
            if (listener != null && read(frame, listener.encoding()) instanceof FlushResult) {
                world.watch().owners().acknowledged(self, listener.player());
            }
        } catch (DecodeException e) {
            world.history().violated(Promise.NO_MISTAKES, self + " sends what cannot be read: " + e.getMessage());
        }
    }

    private static ServerMessage read(ByteString frame, Encoding encoding) throws DecodeException {
        return FrameCodec.of(encoding).decodeServer(frame.toByteArray()).message();
    }

    private void say(LinkTraffic message) {
        Objects.requireNonNull(cable).toFirst(message);
    }
}
