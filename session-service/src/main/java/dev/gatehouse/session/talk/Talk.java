package dev.gatehouse.session.talk;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.session.rpc.ClientCalls;
import dev.gatehouse.session.rpc.ServerCalls;
import dev.gatehouse.session.session.Peer;

/// Hands what clients say to the feature that it belongs to. From any thread; never blocks. A
/// session's messages come in its order.
public final class Talk {

    private final ServerCalls serverCalls;
    private final ClientCalls clientCalls;

    public Talk(ServerCalls serverCalls, ClientCalls clientCalls) {
        this.serverCalls = serverCalls;
        this.clientCalls = clientCalls;
    }

    /// A session has started here.
    public void opened(Peer peer) {
        serverCalls.opened(peer);
        clientCalls.opened(peer);
    }

    /// A session's client says something that is not about the player's timeline.
    public void hear(SessionId session, ClientMessage.Numbered message) {
        switch (message) {
            case ClientMessage.Rpc rpc -> serverCalls.call(session, rpc);
            case ClientMessage.RpcCancel cancel -> serverCalls.cancel(session, cancel);
            case ClientMessage.RpcResult result -> clientCalls.answered(session, result);
            case ClientMessage.Event _,
                    ClientMessage.GroupJoin _,
                    ClientMessage.GroupLeave _,
                    ClientMessage.GroupClose _,
                    ClientMessage.Subscribe _,
                    ClientMessage.Unsubscribe _ -> {}
            case ClientMessage.Flush _, ClientMessage.DesyncReport _, ClientMessage.Skip _, ClientMessage.Login _ ->
                throw new IllegalStateException(message.getClass().getSimpleName()
                        + " (expected: a message of calls, events, groups, documents)");
        }
    }

    /// A session goes on at another node: what its client waits for will not come from here, and it
    /// hears so. [#ended] follows.
    public void moved(SessionId session) {
        serverCalls.moved(session);
    }

    /// A session is over: what it had open is gone.
    public void ended(SessionId session) {
        serverCalls.ended(session);
        clientCalls.ended(session);
    }
}
