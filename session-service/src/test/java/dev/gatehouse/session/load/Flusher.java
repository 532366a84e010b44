package dev.gatehouse.session.load;

import dev.gatehouse.model.player.Timeline;
import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.ClientFrame;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.model.protocol.ServerMessage.OpResult;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.session.fixture.LinkClient;
import dev.gatehouse.session.fixture.ProxyLink;
import dev.gatehouse.session.fixture.Purse;
import java.time.Instant;
import java.util.List;

/// A player who digs, shows the checksum of what came of it, and digs again once the node has answered. Used by one
/// thread.
final class Flusher {

    private static final Op DIG = Op.action(new ActionCall(100, new Encoded.Json("{\"amount\":1}")));

    private final ProxyLink link;
    private final int channel;

    /// Of its own flushes, which are all that it sends; their answers are all that it hears.
    private long seq;

    private Flusher(ProxyLink link, int channel) {
        this.link = link;
        this.channel = channel;
    }

    static Flusher start(ProxyLink link, int channel, String name) {
        new LinkClient(link, channel, name, name).start();
        return new Flusher(link, channel);
    }

    /// @throws AssertionError if an answer is another than that of a flush that was done
    void flush(int times) {
        for (int i = 0; i < times; i++) {
            link.say(channel, new ClientFrame(seq + 1, seq, new Flush(List.of(DIG), checksum(seq + 1))));
            seq++;
            var answer = link.hear(channel).message();
            if (!answer.equals(new FlushResult(seq, 0, List.of(new OpResult(0, "ok")), null))) {
                throw new AssertionError("flush " + seq + ": " + answer);
            }
        }
    }

    private static String checksum(long gold) {
        var purse = new Purse((int) gold, Purse.NEW.tip(), Purse.NEW.suspicion());
        return Timeline.start(Purse.MODEL, purse, 0, Instant.EPOCH).checksum();
    }
}
