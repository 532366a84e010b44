package dev.gatehouse.session.rpc;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.session.session.Peer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// What the clients of this node call, session by session. From any thread.
public final class ServerCalls {

    private static final Methods NONE = Methods.of(List.of());

    private final RpcWorld world;
    private final Map<GameId, Methods> methods;

    /// As many as there are sessions here.
    private final Map<SessionId, SessionCalls> sessions = new ConcurrentHashMap<>();

    public ServerCalls(RpcWorld world, Map<GameId, Methods> methods) {
        this.world = world;
        this.methods = Map.copyOf(methods);
    }

    public void opened(Peer peer) {
        var own = methods.getOrDefault(peer.who().gameId(), NONE);
        sessions.put(peer.session(), new SessionCalls(world, own, peer));
    }

    public void call(SessionId session, ClientMessage.Rpc rpc) {
        on(session, calls -> calls.call(rpc));
    }

    public void cancel(SessionId session, ClientMessage.RpcCancel cancel) {
        on(session, calls -> calls.cancel(cancel.id()));
    }

    /// A session goes on at another node: its open calls are answered as moved.
    public void moved(SessionId session) {
        on(session, SessionCalls::move);
    }

    public void ended(SessionId session) {
        var calls = sessions.remove(session);
        if (calls != null) {
            calls.end();
        }
    }

    private void on(SessionId session, Consumer<SessionCalls> step) {
        var calls = sessions.get(session);
        if (calls != null) {
            step.accept(calls);
        }
    }
}
