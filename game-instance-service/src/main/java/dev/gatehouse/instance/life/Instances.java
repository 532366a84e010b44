package dev.gatehouse.instance.life;

import static dev.gatehouse.model.lifecycle.InstanceTrigger.ALLOCATION_STARTED;
import static dev.gatehouse.model.lifecycle.InstanceTrigger.END_REQUESTED;
import static dev.gatehouse.model.lifecycle.InstanceTrigger.EXPIRY_REACHED;
import static dev.gatehouse.model.lifecycle.InstanceTrigger.SERVER_ALLOCATED;
import static dev.gatehouse.model.lifecycle.InstanceTrigger.SERVER_LINKED;
import static dev.gatehouse.model.lifecycle.InstanceTrigger.SERVER_LOST;
import static dev.gatehouse.model.lifecycle.InstanceTrigger.START_FAILED;
import static dev.gatehouse.model.partner.PartnerError.INSTANCE_OVER;
import static dev.gatehouse.model.partner.PartnerError.OTHER_ADDRESS;
import static dev.gatehouse.model.partner.PartnerError.UNKNOWN_INSTANCE;
import static dev.gatehouse.model.partner.PartnerError.WRONG_STATE;

import dev.gatehouse.instance.life.LifeEffect.ReleaseServer;
import dev.gatehouse.instance.life.LifeEffect.TellPlayers;
import dev.gatehouse.instance.life.LifeEffect.TellServer;
import dev.gatehouse.instance.life.LifeEvent.AllocationStarted;
import dev.gatehouse.instance.life.LifeEvent.DataUpdated;
import dev.gatehouse.instance.life.LifeEvent.DrainRequested;
import dev.gatehouse.instance.life.LifeEvent.EndRequested;
import dev.gatehouse.instance.life.LifeEvent.ExpiryReached;
import dev.gatehouse.instance.life.LifeEvent.NewsHeard;
import dev.gatehouse.instance.life.LifeEvent.NewsOverdue;
import dev.gatehouse.instance.life.LifeEvent.PlayerReturned;
import dev.gatehouse.instance.life.LifeEvent.PlayersAdded;
import dev.gatehouse.instance.life.LifeEvent.PlayersConnected;
import dev.gatehouse.instance.life.LifeEvent.PlayersRemoved;
import dev.gatehouse.instance.life.LifeEvent.PresenceChanged;
import dev.gatehouse.instance.life.LifeEvent.ReconnectAccepted;
import dev.gatehouse.instance.life.LifeEvent.ReconnectDeclined;
import dev.gatehouse.instance.life.LifeEvent.Released;
import dev.gatehouse.instance.life.LifeEvent.ServerAllocated;
import dev.gatehouse.instance.life.LifeEvent.ServerLinked;
import dev.gatehouse.instance.life.LifeEvent.ServerLost;
import dev.gatehouse.instance.life.LifeEvent.ServerReplaced;
import dev.gatehouse.instance.life.LifeEvent.StartFailed;
import dev.gatehouse.instance.life.LifeEvent.TokensRefreshed;
import dev.gatehouse.instance.life.LifeEvent.TokensRevoked;
import dev.gatehouse.instance.life.LifeEvent.TokensShown;
import dev.gatehouse.instance.life.LifeEvent.Touched;
import dev.gatehouse.instance.life.Outcome.Changed;
import dev.gatehouse.instance.life.Outcome.Refused;
import dev.gatehouse.instance.life.Outcome.Unchanged;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.lifecycle.InstanceLifecycle;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.lifecycle.InstanceTrigger;
import dev.gatehouse.model.protocol.ServerMessage.InstanceEvent;
import dev.gatehouse.registry.instance.AllocatedServer;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.OwedNews;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Decides what an event makes of an instance, and what follows. Pure: same instance, same event, same time,
/// same outcome.
public final class Instances {

    /// Whether nothing can happen to it any more.
    public static boolean isOver(InstanceRecord instance) {
        return InstanceLifecycle.TABLE.isFinal(instance.state());
    }

    public static Outcome step(InstanceRecord now, LifeEvent event, Instant at) {
        var outcome = decide(now, event, at);
        return outcome instanceof Changed(var next, var effects)
                ? new Changed(after(event, next, effects, at), effects)
                : outcome;
    }

    private static InstanceRecord after(LifeEvent event, InstanceRecord next, List<LifeEffect> effects, Instant at) {
        var touched = isTouch(event) ? next.touched(at) : next;
        return event instanceof NewsOverdue ? touched : News.owing(touched, effects, at);
    }

    /// Whether somebody did something with the instance, which renewing its server's tokens, having its players hear
    /// of it and clearing up are not.
    private static boolean isTouch(LifeEvent event) {
        return switch (event) {
            case TokensRefreshed _, TokensShown _, NewsHeard _, NewsOverdue _, Released _ -> false;
            case AllocationStarted _, ServerReplaced _, ServerAllocated _, StartFailed _, ServerLinked _ -> true;
            case PlayersConnected _, PlayersAdded _, PlayersRemoved _, PresenceChanged _ -> true;
            case PlayerReturned _, ReconnectAccepted _, ReconnectDeclined _ -> true;
            case TokensRevoked _, DataUpdated _, Touched _, DrainRequested _ -> true;
            case EndRequested _, ServerLost _, ExpiryReached _ -> true;
        };
    }

    private static Outcome decide(InstanceRecord now, LifeEvent event, Instant at) {
        return switch (event) {
            case AllocationStarted(var server) -> allocate(now, server, at);
            case ServerReplaced(var server) -> replace(now, server);
            case TokensRefreshed(var used, var next) -> ServerTokens.refresh(now, used, next);
            case TokensShown(var pair) -> ServerTokens.show(now, pair);
            case TokensRevoked _ -> ServerTokens.revoke(now);
            case ServerAllocated(var provider) -> giveServer(now, provider, at);
            case ServerLinked(var address) -> link(now, address, at);
            case PlayersConnected(var players) -> Seats.connect(now, players, at);
            case PlayersAdded(var players) -> Seats.add(now, players);
            case PlayersRemoved(var players) -> Seats.remove(now, players, "");
            case PlayerReturned(var player) -> Reconnection.comesBack(now, player);
            case ReconnectAccepted(var player) -> Reconnection.accept(now, player);
            case ReconnectDeclined(var player) -> Reconnection.decline(now, player);
            case PresenceChanged(var player, var present) -> Seats.present(now, player, present);
            case DataUpdated(var change) -> change.on(now);
            case DrainRequested(var within) -> drain(now, at.plus(within));
            case Touched _ -> isOver(now) ? over() : changed(now);
            case StartFailed(var why) -> finish(now, START_FAILED, at, why);
            case EndRequested(var why) -> finish(now, END_REQUESTED, at, why);
            case ServerLost(var server, var why) -> lose(now, server, at, why);
            case ExpiryReached(var why) -> finish(now, EXPIRY_REACHED, at, why);
            case NewsHeard(var news) -> hear(now, news, at);
            case NewsOverdue _ -> News.tellAgain(now, at);
            case Released _ -> release(now);
        };
    }

    private static List<LifeEffect> releaseOf(InstanceRecord ended) {
        var players = Seats.ids(ended.players());
        return releaseOf(List.of(new TellPlayers(newsOf(ended.state()), players, whyOver(ended))));
    }

    /// What is left of what an end calls for, where a service may have stopped between storing it and doing that.
    static List<LifeEffect> leftOf(InstanceRecord ended) {
        return releaseOf(News.telling(ended));
    }

    private static List<LifeEffect> releaseOf(List<LifeEffect> telling) {
        var effects = new ArrayList<LifeEffect>();
        // The server first: it has some time to go by itself before its provider ends it.
        effects.add(new TellServer());
        effects.addAll(telling);
        effects.add(new ReleaseServer());
        return effects;
    }

    static String whyOver(InstanceRecord ended) {
        return ended.history().getLast().why();
    }

    private static Outcome hear(InstanceRecord now, List<OwedNews> news, Instant at) {
        var next = News.heard(now, news, at);
        return next.equals(now) ? new Unchanged() : changed(next);
    }

    private static Outcome allocate(InstanceRecord now, AllocatedServer server, Instant at) {
        return move(
                now.withServer(server),
                ALLOCATION_STARTED,
                at,
                "asked " + now.origin().provider());
    }

    private static Outcome replace(InstanceRecord now, AllocatedServer server) {
        if (now.state() == InstanceState.ALLOCATING) {
            return changed(now.withServer(server));
        }
        return isOver(now) ? over() : new Refused(WRONG_STATE);
    }

    private static Outcome link(InstanceRecord now, AllocatedServer.Address address, Instant at) {
        AllocatedServer server = now.server();
        return switch (now.state()) {
            case CREATED -> new Refused(UNKNOWN_INSTANCE);
            case ALLOCATING, ALLOCATED ->
                server == null
                        ? new Refused(UNKNOWN_INSTANCE)
                        : move(now.withServer(server.at(address)), SERVER_LINKED, at, "the server has linked");
            // Back after a lost socket, to the same address: the players know no other.
            case LINKED, RUNNING ->
                server != null && address.equals(server.address()) ? new Unchanged() : new Refused(OTHER_ADDRESS);
            case ENDED, FAILED, TERMINATED, EXPIRED -> over();
        };
    }

    /// Of several deadlines the earliest counts.
    private static Outcome drain(InstanceRecord now, Instant by) {
        if (isOver(now)) {
            return over();
        }
        boolean isSooner = now.drainEnd().filter(end -> !by.isBefore(end)).isEmpty();
        return isSooner ? new Changed(now.drained(by), List.of(new TellServer())) : new Unchanged();
    }

    /// A server that goes before its instance was ever allocated is a start that failed.
    private static Outcome lose(InstanceRecord now, ServerId lost, Instant at, String why) {
        var server = now.server();
        if (isOver(now) || server == null || !server.serverId().equals(lost)) {
            return new Unchanged();
        }
        return finish(now, now.state() == InstanceState.ALLOCATING ? START_FAILED : SERVER_LOST, at, why);
    }

    private static Outcome finish(InstanceRecord now, InstanceTrigger trigger, Instant at, String why) {
        if (trigger == END_REQUESTED && now.state() == InstanceState.ENDED) {
            return new Unchanged();
        }
        return InstanceLifecycle.TABLE
                .next(now.state(), trigger)
                .<Outcome>map(next -> {
                    var ended = now.in(next, at, why);
                    return new Changed(ended, releaseOf(ended));
                })
                .orElseGet(() -> new Refused(isOver(now) ? INSTANCE_OVER : WRONG_STATE));
    }

    private static Outcome release(InstanceRecord now) {
        return isOver(now) && !now.released() ? changed(now.asReleased()) : new Unchanged();
    }

    private static Outcome giveServer(InstanceRecord now, String provider, Instant at) {
        var server = now.server();
        var given = server == null ? now : now.withServer(server.givenBy(provider));
        return move(given, SERVER_ALLOCATED, at, "the provider has a server");
    }

    private static Outcome move(InstanceRecord now, InstanceTrigger trigger, Instant at, String why) {
        return InstanceLifecycle.TABLE
                .next(now.state(), trigger)
                .<Outcome>map(next -> next == now.state() ? new Unchanged() : changed(now.in(next, at, why)))
                .orElseGet(() -> new Refused(isOver(now) ? INSTANCE_OVER : WRONG_STATE));
    }

    static InstanceEvent newsOf(InstanceState over) {
        return switch (over) {
            case FAILED -> InstanceEvent.FAILED;
            case TERMINATED, EXPIRED -> InstanceEvent.TERMINATED;
            case ENDED -> InstanceEvent.ENDED;
            case CREATED, ALLOCATING, ALLOCATED, LINKED, RUNNING ->
                throw new IllegalArgumentException("state: " + over + " (expected: one that is over)");
        };
    }

    private static Outcome changed(InstanceRecord next) {
        return new Changed(next, List.of());
    }

    private static Outcome over() {
        return new Refused(INSTANCE_OVER);
    }

    private Instances() {}
}
