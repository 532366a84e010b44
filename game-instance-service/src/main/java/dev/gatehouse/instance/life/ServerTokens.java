package dev.gatehouse.instance.life;

import dev.gatehouse.instance.life.Outcome.Changed;
import dev.gatehouse.instance.life.Outcome.Refused;
import dev.gatehouse.instance.life.Outcome.Unchanged;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.registry.instance.AllocatedServer;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.PairIds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides which pairs of tokens are good for an instance's server.
///
/// ```text
///    asked for with A         refresh A -> B                    show B
///        newest A  ----------------------->  newest B  ----------->  newest B
///                                            earlier A
/// ```
///
/// A notice with B that is lost costs nothing, as A goes on; what comes after goes by the pair that the link uses. To
/// revoke leaves none.
final class ServerTokens {

    static Outcome refresh(InstanceRecord now, PairIds used, PairIds next) {
        AllocatedServer server = now.server();
        if (server != null && !server.holds(used)) {
            return new Refused(PartnerError.TOKEN_REVOKED);
        }
        return change(now, server == null ? null : server.withPair(next, used));
    }

    static Outcome show(InstanceRecord now, PairIds pair) {
        AllocatedServer server = now.server();
        return server != null && server.isNewest(pair) && server.earlier() != null
                ? change(now, server.withPair(pair, null))
                : new Unchanged();
    }

    static Outcome revoke(InstanceRecord now) {
        AllocatedServer server = now.server();
        boolean hasNone = server == null || server.gameTokenId() == null;
        return hasNone && !Instances.isOver(now)
                ? new Unchanged()
                : change(now, server == null ? null : server.withoutPair());
    }

    private static Outcome change(InstanceRecord now, @Nullable AllocatedServer next) {
        return Instances.isOver(now) || next == null
                ? new Refused(PartnerError.INSTANCE_OVER)
                : new Changed(now.withServer(next), List.of());
    }

    private ServerTokens() {}
}
