package dev.gatehouse.instance.partner;

import dev.gatehouse.instance.life.InstanceStore;
import dev.gatehouse.instance.life.Instances;
import dev.gatehouse.instance.token.PartnerTokens.Pair;
import dev.gatehouse.model.partner.GameServerRequest;
import dev.gatehouse.model.partner.GameServerRequest.Link;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.registry.instance.AllocatedServer;
import dev.gatehouse.registry.instance.InstanceRecord;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Decides for each single request whether its server may make it at all: the pair has not expired, is one of
/// its server's that are good, and the instance is the server's own and not over. Asked every time, as any of it may
/// change while a link lives.
public final class Admission {

    private final InstanceStore store;
    private final ServerLinks links;
    private final InstantSource time;

    public Admission(InstanceStore store, ServerLinks links, InstantSource time) {
        this.store = store;
        this.links = links;
        this.time = time;
    }

    public sealed interface Verdict {}

    public record Admitted(InstanceRecord instance) implements Verdict {}

    public record Turned(PartnerError why) implements Verdict {}

    public Verdict admit(Caller caller, GameServerRequest request) {
        if (!request.instanceId().equals(caller.pair().instance())) {
            return new Turned(PartnerError.NOT_YOUR_INSTANCE);
        }
        var stored = store.load(request.instanceId());
        if (stored.isEmpty()) {
            return new Turned(PartnerError.UNKNOWN_INSTANCE);
        }
        var verdict = judge(caller.pair(), stored.get().instance(), time.instant());
        boolean mustBeLinked = verdict instanceof Admitted && !(request instanceof Link);
        return mustBeLinked && !isLinked(caller) ? new Turned(PartnerError.NOT_LINKED) : verdict;
    }

    /// The part that needs nothing but what is given.
    static Verdict judge(Pair pair, InstanceRecord instance, Instant now) {
        if (!now.isBefore(pair.expiresAt())) {
            return new Turned(PartnerError.TOKEN_EXPIRED);
        }
        if (!pair.instance().equals(instance.id()) || !pair.game().equals(instance.gameId())) {
            return new Turned(PartnerError.NOT_YOUR_INSTANCE);
        }
        if (!isHeld(pair, instance.server())) {
            return new Turned(PartnerError.TOKEN_REVOKED);
        }
        return Instances.isOver(instance) ? new Turned(PartnerError.INSTANCE_OVER) : new Admitted(instance);
    }

    private static boolean isHeld(Pair pair, @Nullable AllocatedServer server) {
        return server != null && pair.server().equals(server.serverId()) && server.holds(pair.ids());
    }

    private boolean isLinked(Caller caller) {
        return links.isLinked(caller.pair().instance(), caller.link());
    }
}
