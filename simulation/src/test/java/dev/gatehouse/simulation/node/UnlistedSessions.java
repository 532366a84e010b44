package dev.gatehouse.simulation.node;

import dev.gatehouse.model.link.ProxyMessage.Attach;
import dev.gatehouse.session.player.world.Presence;
import dev.gatehouse.session.session.SessionIdentity;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Clients without a device are on no list of one.
final class UnlistedSessions implements Presence {

    @Override
    public CompletionStage<Boolean> isListed(Attach newcomer) {
        return CompletableFuture.completedFuture(true);
    }

    @Override
    public void show(SessionIdentity session, boolean recovering) {}

    @Override
    public void showChange(SessionIdentity session, boolean recovering) {}

    @Override
    public void remove(SessionIdentity session) {}
}
