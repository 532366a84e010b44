package dev.gatehouse.gameserver;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.partner.PoolOrder;
import dev.gatehouse.model.partner.PoolOrder.Heard;
import dev.gatehouse.model.partner.PoolServerMessage;
import dev.gatehouse.model.partner.PoolServerMessage.Join;
import dev.gatehouse.model.partner.PoolServerMessage.Report;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The service at the other end of a pool link, as far as sockets go.
final class FakePool implements PoolLink.Opener {

    static final long REPORT_MILLIS = 5_000;
    static final int MISSES = 3;

    private static final JsonCodec<PoolServerMessage> MESSAGE = JsonCodec.of(PoolServerMessage.class);
    private static final JsonCodec<PoolOrder> ORDER = JsonCodec.of(PoolOrder.class);

    final List<PoolServerMessage> said = Collections.synchronizedList(new ArrayList<>());
    boolean isAway;
    boolean isDeaf;

    @Nullable
    String refuses; // The reason with which joins are answered by a close.

    private @Nullable FakeWire wire;

    @Override
    public void open(TextSocket socket) {
        if (isAway) {
            throw new GameServerException(GameServerException.UNREACHABLE, "nobody is there", true);
        }
        wire = new FakeWire(socket, this::take);
    }

    void order(PoolOrder order) {
        if (wire != null) {
            wire.hears(ORDER.encode(order));
        }
    }

    /// The code with which the newest socket was closed; empty while it is open.
    Optional<Integer> closedWith() {
        return wire == null ? Optional.empty() : wire.closedWith();
    }

    /// The socket breaks.
    void drop() {
        if (wire != null) {
            wire.close("");
        }
    }

    /// What was said since this was asked last.
    List<PoolServerMessage> news() {
        synchronized (said) {
            var news = List.copyOf(said);
            said.clear();
            return news;
        }
    }

    private void take(FakeWire on, String text) {
        try {
            var message = MESSAGE.decode(text);
            said.add(message);
            if (message instanceof Join && refuses != null) {
                on.close(refuses);
            } else if (!isDeaf && message instanceof Join join) {
                on.hears(ORDER.encode(new Heard(join.id(), REPORT_MILLIS, MISSES)));
            } else if (!isDeaf && message instanceof Report report) {
                on.hears(ORDER.encode(new Heard(report.id(), REPORT_MILLIS, MISSES)));
            }
        } catch (DecodeException e) {
            throw new AssertionError(e);
        }
    }
}
