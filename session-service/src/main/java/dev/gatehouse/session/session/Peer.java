package dev.gatehouse.session.session;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.servercode.Caller;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A session as those see it who have something to tell its client. From any thread; messages keep the
/// order in which one thread tells them, and one to a session that is over goes nowhere.
///
/// @param leaseEpoch under which this node owns the session: another one with every owner
/// @param tells puts a message on the session's numbered stream; never blocks
/// @param keeps stores what the session's next owner needs to go on, as it is now; never blocks.
///     Its stage is done once that is stored, or the session is over
public record Peer(
        Caller who, long leaseEpoch, Consumer<ServerMessage.Numbered> tells, Supplier<CompletionStage<Void>> keeps) {

    /// Of a session that nobody would go on with.
    public Peer(Caller who, Consumer<ServerMessage.Numbered> tells) {
        this(who, 1, tells, () -> CompletableFuture.completedStage(null));
    }

    public SessionId session() {
        return who.sessionId();
    }

    public void tell(ServerMessage.Numbered message) {
        tells.accept(message);
    }

    /// Stores what the next owner needs, and waits for nothing.
    public void changed() {
        var _ = keeps.get();
    }
}
