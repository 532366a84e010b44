package dev.gatehouse.proxy.routing;

import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.DeviceSession;
import dev.gatehouse.model.link.ProxyMessage.Attach;
import dev.gatehouse.proxy.link.AttachAnswer.Declined;
import dev.gatehouse.proxy.link.AttachAnswer.ElsewhereOwned;
import dev.gatehouse.proxy.link.AttachAnswer.Opened;
import dev.gatehouse.proxy.link.ChannelListener;
import dev.gatehouse.proxy.link.SessionNodes;
import dev.gatehouse.proxy.refusal.Refusal;
import dev.gatehouse.proxy.refusal.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/// Finds the node for a player and asks it. Safe to use from any thread.
public final class Router {

    /// A lease can move while we follow it; whoever still moves after so many hops is asked to come back.
    static final int MAX_HOPS = 2;

    private static final String UNREACHABLE = "The player's server cannot be reached.";

    private final LiveNodes live;
    private final SessionNodes links;
    private final Owners owners;

    public Router(LiveNodes live, SessionNodes links, Owners owners) {
        this.live = live;
        this.links = links;
        this.owners = owners;
    }

    /// Attaches a session where its player is hosted. Refused with 1209 where no node can be reached.
    /// Fails if the link breaks before the node answers.
    public Mono<Verdict<Opened>> attach(Attach attach, ChannelListener client) {
        var player = attach.player();
        var logicVersion = attach.client().logicVersion();
        var table = live.now();
        if (table.hostOf(player, logicVersion).isEmpty()) {
            return notReady("No server is ready.");
        }
        return table.reachable(this::takesClients)
                .hostOf(player, logicVersion)
                .map(node -> attachAt(node, attach, client, 0))
                .orElseGet(() -> notReady(UNREACHABLE));
    }

    private boolean takesClients(NodeId node) {
        return links.linked(node).filter(linked -> !linked.isLeaving()).isPresent();
    }

    private Mono<Verdict<Opened>> attachAt(NodeId host, Attach attach, ChannelListener client, int hops) {
        var node = links.linked(host);
        if (node.isEmpty()) {
            return notReady(UNREACHABLE);
        }
        return node.get().attach(attach, client).flatMap(answer -> switch (answer) {
            case Opened opened -> Mono.just(Verdict.passed(opened));
            case Declined(Refusal refusal) -> Mono.just(Verdict.<Opened>refused(refusal));
            // A dead owner's lease need not be waited for: whatever it still did would be refused.
            case ElsewhereOwned(NodeId owner)
            when hops < MAX_HOPS && links.isGone(owner) ->
                attachAt(host, attach.takingOverFrom(owner), client, hops + 1);
            case ElsewhereOwned(NodeId owner) when hops < MAX_HOPS -> attachAt(owner, attach, client, hops + 1);
            case ElsewhereOwned _ -> notReady("The player is moving between servers.");
        });
    }

    /// Asks the game which sessions of a device stay. Empty where it has no opinion or cannot be reached.
    public Mono<Optional<Set<SessionId>>> decide(PlayerKey newcomer, DeviceSession current, List<DeviceSession> all) {
        return live.now()
                .reachable(this::takesClients)
                .hostOf(newcomer)
                .flatMap(links::linked)
                .map(node -> node.decide(newcomer.gameId(), current, all))
                .orElseGet(() -> Mono.just(Optional.empty()));
    }

    /// Ends a session at the node that owns its player, and answers whether it was there.
    public Mono<Boolean> end(PlayerKey player, SessionId session, ConnectionError why) {
        return owners.ownerOf(player)
                .flatMap(owner -> owner.or(() -> live.now().hostOf(player))
                        .flatMap(links::linked)
                        .map(node -> node.end(player, session, why))
                        .orElseGet(() -> Mono.just(false)));
    }

    private static Mono<Verdict<Opened>> notReady(String message) {
        return Mono.just(Verdict.refused(Refusal.notReady(message)));
    }
}
