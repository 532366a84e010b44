package dev.gatehouse.gameserver;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.partner.GameServerAnswer;
import dev.gatehouse.model.partner.GameServerNotice;
import dev.gatehouse.model.partner.GameServerRequest;
import dev.gatehouse.model.partner.GameServerRequest.End;
import dev.gatehouse.model.partner.GameServerRequest.KeepAlive;
import dev.gatehouse.model.partner.GameServerRequest.Link;
import dev.gatehouse.model.partner.LinkedInstance;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.schema.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The service at the other end, as far as sockets go: answers on the calling thread, or not at all.
final class FakeService implements ServerLink.Opener {

    private static final JsonCodec<GameServerRequest> REQUEST = JsonCodec.of(GameServerRequest.class);
    private static final JsonCodec<GameServerAnswer> ANSWER = JsonCodec.of(GameServerAnswer.class);
    private static final JsonCodec<GameServerNotice> NOTICE = JsonCodec.of(GameServerNotice.class);

    final List<GameServerRequest> asked = new ArrayList<>();
    final List<String> tokens = new ArrayList<>(); // Those that each socket was opened with.
    LinkedInstance instance;
    boolean isAway;

    @Nullable
    PartnerError refusesLinks;

    @Nullable
    PartnerError refusesKeepAlives;

    @Nullable
    PartnerError refusesEnds;

    private @Nullable FakeWire wire;

    FakeService(LinkedInstance instance) {
        this.instance = instance;
    }

    @Override
    public void open(GameServerConfiguration configuration, PartnerSocket socket) {
        tokens.add(configuration.gameToken());
        if (isAway) {
            throw new GameServerException(GameServerException.UNREACHABLE, "nobody is there", true);
        }
        wire = new FakeWire(socket.texts(), this::take);
    }

    void tell(GameServerNotice notice) {
        if (wire != null) {
            wire.hears(NOTICE.encode(notice));
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

    private void take(FakeWire on, String text) {
        try {
            var request = REQUEST.decode(text);
            asked.add(request);
            on.hears(ANSWER.encode(answer(request)));
        } catch (DecodeException e) {
            throw new AssertionError(e);
        }
    }

    private GameServerAnswer answer(GameServerRequest request) {
        var why = switch (request) {
            case Link _ -> refusesLinks;
            case KeepAlive _ -> refusesKeepAlives;
            case End _ -> refusesEnds;
            default -> null;
        };
        if (why != null) {
            return GameServerAnswer.refused(request.id(), why);
        }
        return request instanceof Link
                ? GameServerAnswer.done(
                        request.id(),
                        new JsonText(JsonCodec.of(LinkedInstance.class).encode(instance)))
                : GameServerAnswer.done(request.id());
    }
}
