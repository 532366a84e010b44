package dev.gatehouse.session.session;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.servercode.Caller;
import java.util.function.Consumer;

/// A session as those see it who have something to tell its client. From any thread; messages keep the
/// order in which one thread tells them, and one to a session that is over goes nowhere.
///
/// @param tells puts a message on the session's numbered stream; never blocks
/// @param changes notes that what the session's next owner needs to go on has changed; never blocks
public record Peer(Caller who, Consumer<ServerMessage.Numbered> tells, Runnable changes) {

    public Peer(Caller who, Consumer<ServerMessage.Numbered> tells) {
        this(who, tells, () -> {});
    }

    public SessionId session() {
        return who.sessionId();
    }

    public void tell(ServerMessage.Numbered message) {
        tells.accept(message);
    }
}
