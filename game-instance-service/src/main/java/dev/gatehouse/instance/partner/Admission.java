package dev.gatehouse.instance.partner;

import dev.gatehouse.instance.life.Condition;
import dev.gatehouse.instance.life.InstanceStore;
import dev.gatehouse.instance.life.Instances;
import dev.gatehouse.instance.token.PartnerTokens.Pair;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.registry.instance.AllocatedServer;
import dev.gatehouse.registry.instance.GameInstances.Stored;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.LinkTerm.Held;
import dev.gatehouse.registry.instance.LinkTerm.Taken;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides for each single request whether its server may make it at all: the pair has not expired, is one of
/// its server's that are good, the instance is the server's own and not over, and the link is the live one. Asked every
/// time, as any of it may change while a link lives; and where a request comes to one change, as a condition of it.
public final class Admission {

    private final InstanceStore store;
    private final InstantSource time;

    public Admission(InstanceStore store, InstantSource time) {
        this.store = store;
        this.time = time;
    }

    public sealed interface Verdict {}

    public record Admitted(InstanceRecord instance) implements Verdict {}

    public record Turned(PartnerError why) implements Verdict {}

    /// For what a linked server asks.
    public Verdict admit(Caller caller) {
        var stored = store.load(caller.seen().id());
        if (stored.isEmpty()) {
            return new Turned(PartnerError.UNKNOWN_INSTANCE);
        }
        caller.seen().saw(stored.get());
        return objection(caller, stored.get())
                .<Verdict>map(Turned::new)
                .orElseGet(() -> new Admitted(stored.get().instance()));
    }

    /// For what a linked server asks.
    Condition linked(Caller caller) {
        return new Condition(stored -> objection(caller, stored), new Held(caller.link()));
    }

    /// For a server that wants to link.
    ///
    /// @param run whose live link it may take the place of; null for none's
    /// @param lifetime of the link, unless it is renewed
    Condition linking(Pair pair, String link, @Nullable String run, Duration lifetime) {
        return new Condition(
                stored -> objection(pair, stored).or(() -> run == null ? objection(link, stored) : Optional.empty()),
                new Taken(link, run, lifetime));
    }

    private Optional<PartnerError> objection(Caller caller, Stored stored) {
        var link = caller.link();
        boolean isLinked = link == null ? stored.link() != null : link.equals(stored.link());
        return objection(caller.pair(), stored)
                .or(() -> isLinked ? Optional.empty() : Optional.of(PartnerError.NOT_LINKED));
    }

    private Optional<PartnerError> objection(Pair pair, Stored stored) {
        return judge(pair, stored.instance(), time.instant()) instanceof Turned(var why)
                ? Optional.of(why)
                : Optional.empty();
    }

    private static Optional<PartnerError> objection(String link, Stored stored) {
        boolean isTaken = stored.link() != null && !stored.link().equals(link);
        return isTaken ? Optional.of(PartnerError.ALREADY_LINKED) : Optional.empty();
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
}
