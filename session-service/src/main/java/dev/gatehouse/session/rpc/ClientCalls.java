package dev.gatehouse.session.rpc;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.CallError;
import dev.gatehouse.model.protocol.CallErrorCode;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.servercode.ClientCall;
import dev.gatehouse.model.servercode.Clients;
import dev.gatehouse.session.session.Peer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Calls the clients of this node's sessions.
public final class ClientCalls implements Clients {

    private final RpcWorld world;

    /// As many as there are sessions here.
    private final Map<SessionId, PendingCalls> sessions = new ConcurrentHashMap<>();

    public ClientCalls(RpcWorld world) {
        this.world = world;
    }

    @Override
    public ClientCall call(SessionId session, String method, JsonText args, Duration timeout) {
        var calls = sessions.get(session);
        return calls == null
                ? PendingCalls.refused(CallError.of(CallErrorCode.NOT_FOUND))
                : calls.call(method, args, timeout);
    }

    public void opened(Peer peer) {
        sessions.put(peer.session(), new PendingCalls(world, peer));
    }

    public void answered(SessionId session, ClientMessage.RpcResult result) {
        var calls = sessions.get(session);
        if (calls != null) {
            calls.answered(result);
        }
    }

    /// A session goes on at another node: its open calls fail as moved.
    public void moved(SessionId session) {
        var calls = sessions.remove(session);
        if (calls != null) {
            calls.move();
        }
    }

    public void ended(SessionId session) {
        var calls = sessions.remove(session);
        if (calls != null) {
            calls.end();
        }
    }
}
