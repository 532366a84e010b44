package dev.gatehouse.proxy.link;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.DeviceSession;
import dev.gatehouse.model.link.ProxyMessage.Attach;
import dev.gatehouse.proxy.link.AttachAnswer.Opened;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/// A node that answers what a test wants it to, and remembers what it was asked.
public final class FakeSessionNode implements SessionNode {

    public final List<Attach> attached = new ArrayList<>();
    public final List<String> ended = new ArrayList<>();
    public final List<List<DeviceSession>> decided = new ArrayList<>();

    public Mono<AttachAnswer> attachAnswer =
            Mono.just(new Opened(new FakeLinkChannel(), ByteString.copyFromUtf8("started")));
    public Mono<Optional<Set<SessionId>>> decision = Mono.just(Optional.empty());
    public Mono<Boolean> endAnswer = Mono.just(true);

    private final NodeId id;

    public FakeSessionNode(String id) {
        this.id = new NodeId(id);
    }

    public boolean leaving;

    @Override
    public boolean isLeaving() {
        return leaving;
    }

    /// Answers the next attaches in this order.
    public void attachAnswers(AttachAnswer... answers) {
        var left = new ArrayDeque<>(List.of(answers));
        attachAnswer = Mono.fromSupplier(left::remove);
    }

    @Override
    public NodeId id() {
        return id;
    }

    @Override
    public Mono<AttachAnswer> attach(Attach attach, ChannelListener client) {
        attached.add(attach);
        return attachAnswer;
    }

    @Override
    public Mono<Optional<Set<SessionId>>> decide(GameId game, DeviceSession current, List<DeviceSession> all) {
        decided.add(all);
        return decision;
    }

    @Override
    public Mono<Boolean> end(PlayerKey player, SessionId session, ConnectionError why) {
        ended.add(player + " " + session + " " + why.code());
        return endAnswer;
    }
}
