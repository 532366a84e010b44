package dev.gatehouse.session.player.world;

import dev.gatehouse.model.link.ProxyMessage.Attach;
import dev.gatehouse.session.session.SessionIdentity;
import java.util.concurrent.CompletionStage;

/// What the registry shows of a session while it lives: the entry of its device and the one under its game. Both
/// time out unless they are shown again.
public interface Presence {

    /// Whether a newcomer still has the place on its device that its handshake claimed; one without a device always
    /// does. Fails if the registry does.
    CompletionStage<Boolean> isListed(Attach newcomer);

    /// Shows all of it, or keeps it shown.
    ///
    /// @param recovering whether it has no socket right now
    void show(SessionIdentity session, boolean recovering);

    /// Shows only that it has lost its socket, or has one again: under its game that makes no difference.
    void showChange(SessionIdentity session, boolean recovering);

    void remove(SessionIdentity session);
}
