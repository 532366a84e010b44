package dev.gatehouse.session.link;

import static dev.gatehouse.model.error.ConnectionError.DIRECT_CONNECTION_LOST_ON_SERVER;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.link.LinkCodec;
import dev.gatehouse.model.link.LinkFrame;
import dev.gatehouse.model.link.LinkFrame.Kind;
import dev.gatehouse.model.link.NodeMessage;
import dev.gatehouse.model.link.ProxyMessage;
import dev.gatehouse.session.game.Games;
import dev.gatehouse.session.player.Players;
import dev.gatehouse.session.player.answer.Newcomer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// One link with a proxy. Frames come one after the other; answers leave from any thread.
public final class Link {

    private final NodeId proxy;
    private final LinkOutput output;
    private final Players players;
    private final Games games;

    /// The sockets that are attached or on their way there. A proxy may hold as many as it holds sockets.
    private final Map<Integer, Channel> channels = new ConcurrentHashMap<>();

    public Link(NodeId proxy, LinkOutput output, Players players, Games games) {
        this.proxy = proxy;
        this.output = output;
        this.players = players;
        this.games = games;
    }

    /// Takes a frame from the proxy.
    ///
    /// @throws DecodeException if it is none: the other end is not one of ours, or of another version
    public void receive(int channel, Kind kind, ByteString payload) throws DecodeException {
        switch (kind) {
            case BYTES -> forward(channel, payload);
            case CONTROL -> hear(channel, LinkCodec.decodeProxyMessage(payload));
            case PAUSE -> writable(channel, false);
            case RESUME -> writable(channel, true);
        }
    }

    /// The link is gone, and every socket behind it counts as lost.
    public void closed() {
        channels.values().forEach(channel -> {
            if (channel.lost()) {
                players.detach(channel.player(), channel.session(), channel, false);
            }
        });
        channels.clear();
    }

    private void hear(int number, ProxyMessage message) throws DecodeException {
        switch (message) {
            case ProxyMessage.Attach attach -> attach(number, attach);
            case ProxyMessage.Detach(var intended) -> detach(number, intended);
            case ProxyMessage.Held _ -> held(number);
            case ProxyMessage.Decide decide -> decide(decide);
            case ProxyMessage.End end -> end(end);
            case ProxyMessage.TokenVerified verified -> verified(number, verified);
        }
    }

    private void attach(int number, ProxyMessage.Attach attach) throws DecodeException {
        var channel = new Channel(number, attach.player(), attach.sessionId(), output, channels::remove);
        if (number == LinkFrame.LINK_CHANNEL || channels.putIfAbsent(number, channel) != null) {
            throw new DecodeException(DecodeException.Kind.MALFORMED, "channel: " + number + " (expected: a new one)");
        }
        players.attach(new Newcomer(attach, proxy, channel, channel::answer));
    }

    private void forward(int number, ByteString frame) {
        var channel = channels.get(number);
        if (channel == null) {
            // Closed from this end a moment ago; the proxy hears of it soon.
            return;
        }
        if (!players.receive(channel.player(), channel.session(), channel, frame)) {
            // A frame that is not taken is a gap. The client comes back and sends it again.
            channel.close(DIRECT_CONNECTION_LOST_ON_SERVER, ByteString.EMPTY);
            players.detach(channel.player(), channel.session(), channel, false);
        }
    }

    private void detach(int number, boolean intended) {
        var channel = channels.remove(number);
        if (channel != null && channel.lost()) {
            players.detach(channel.player(), channel.session(), channel, intended);
        }
    }

    private void verified(int number, ProxyMessage.TokenVerified verified) {
        var channel = channels.get(number);
        if (channel != null) {
            channel.verified(verified);
        }
    }

    private void held(int number) {
        var channel = channels.get(number);
        if (channel != null) {
            players.held(channel.player(), channel.session());
        }
    }

    private void writable(int number, boolean takesMore) {
        var channel = channels.get(number);
        if (channel != null) {
            players.writable(channel.player(), channel.session(), channel, takesMore);
        }
    }

    private void decide(ProxyMessage.Decide decide) {
        games.decide(decide.gameId(), decide.current(), decide.all())
                .thenAccept(kept -> say(new NodeMessage.Decided(
                        decide.request(), kept.map(NodeMessage.Kept::new).orElse(null))));
    }

    private void end(ProxyMessage.End end) throws DecodeException {
        var why = ConnectionError.of(end.code())
                .orElseThrow(() -> new DecodeException(
                        DecodeException.Kind.MALFORMED, "code: " + end.code() + " (expected: of a connection error)"));
        players.end(end.player(), end.sessionId(), why)
                .exceptionally(_ -> false)
                .thenAccept(ended -> say(new NodeMessage.Ended(end.request(), ended)));
    }

    private void say(NodeMessage message) {
        output.send(LinkFrame.LINK_CHANNEL, Kind.CONTROL, LinkCodec.encode(message));
    }
}
