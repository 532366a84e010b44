package dev.gatehouse.session.document;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.CallErrorCode;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.ServerMessage.SubscriptionEnded;
import dev.gatehouse.model.servercode.DocumentPolicy;
import dev.gatehouse.registry.document.DocumentKey;
import dev.gatehouse.session.game.Hooks;
import dev.gatehouse.session.session.Bookmark;
import dev.gatehouse.session.session.Peer;
import dev.gatehouse.session.session.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What clients follow. From any thread; never blocks. The caller brings a session's wishes one after the other.
public final class ClientDocuments {

    private static final Logger log = LoggerFactory.getLogger(ClientDocuments.class);

    /// Before a subscription's id, where a bookmark names it. No topic is named like that.
    private static final String BOOKMARKS = "document/";

    private final DocumentProperties limits;
    private final DocumentWatches watches;
    private final Hooks hooks;
    private final Map<GameId, Map<String, DocumentPolicy>> policies;

    /// The subscriptions of each session here, by the ids that its client gave them.
    private final Map<SessionId, Map<Long, Followed>> sessions = new ConcurrentHashMap<>();

    private record Followed(DocumentKey document, Subscriber subscriber) {}

    public ClientDocuments(
            DocumentProperties limits,
            DocumentWatches watches,
            Hooks hooks,
            Map<GameId, Map<String, DocumentPolicy>> policies) {
        this.limits = limits;
        this.watches = watches;
        this.hooks = hooks;
        this.policies = Map.copyOf(policies);
    }

    public void opened(Peer peer) {
        sessions.put(peer.session(), new ConcurrentHashMap<>());
    }

    /// The id of a subscription that is open changes nothing.
    ///
    /// @return done when it is stored and a snapshot is on its way, or nothing comes; never
    ///     exceptionally
    public CompletionStage<Void> subscribe(Peer peer, ClientMessage.Subscribe wish) {
        var own = of(peer);
        if (own.containsKey(wish.id())) {
            return CompletableFuture.completedStage(null);
        }
        if (own.size() >= limits.perSession()) {
            return refuse(peer, wish.id(), CallErrorCode.TOO_MANY);
        }
        var game = peer.who().gameId();
        if (!DocumentKey.isName(wish.document())) {
            return refuse(peer, wish.id(), CallErrorCode.NOT_FOUND);
        }
        var document = new DocumentKey(game, wish.document());
        var policy = policies.getOrDefault(game, Map.of()).get(document.collection());
        if (policy == null) {
            return refuse(peer, wish.id(), CallErrorCode.NOT_FOUND);
        }
        return !peer.who().isAuthenticated() && !policy.admitsUnauthenticated()
                ? refuse(peer, wish.id(), CallErrorCode.UNAUTHENTICATED)
                : ask(policy, peer, document).thenCompose(allowed -> {
                    if (!allowed) {
                        return refuse(peer, wish.id(), CallErrorCode.NOT_ALLOWED);
                    }
                    return follow(peer, wish.id(), document, OptionalLong.empty());
                });
    }

    private CompletionStage<Boolean> ask(DocumentPolicy policy, Peer peer, DocumentKey document) {
        if (policy.equals(DocumentPolicy.EVERYBODY) || policy.equals(DocumentPolicy.PUBLIC)) {
            return CompletableFuture.completedStage(true);
        }
        return hooks.call(peer.who().gameId(), () -> policy.mayFollow(peer.who(), document.key()), limits.hookTimeout())
                .exceptionally(failure -> {
                    log.warn("The game's code for {} failed for {}.", document.collection(), peer.who(), failure);
                    return false;
                });
    }

    private static CompletionStage<Void> refuse(Peer peer, long id, CallErrorCode why) {
        peer.tell(new SubscriptionEnded(id, why.wireName()));
        return CompletableFuture.completedStage(null);
    }

    /// Stores a subscription before its client hears of it: what it was told, its next owner knows.
    ///
    /// @param known the version that its client has; empty where none
    private CompletionStage<Void> follow(Peer peer, long id, DocumentKey document, OptionalLong known) {
        var own = sessions.get(peer.session());
        if (own == null) {
            return CompletableFuture.completedStage(null);
        }
        var subscriber = new Subscriber(peer, id, known, () -> {
            own.remove(id);
            peer.changed();
        });
        var followed = new Followed(document, subscriber);
        own.put(id, followed);
        // Unless it is over by now.
        return peer.keeps()
                .get()
                .thenRun(() -> watches.addIf(() -> followed.equals(of(peer).get(id)), document, subscriber));
    }

    private Map<Long, Followed> of(Peer peer) {
        return sessions.getOrDefault(peer.session(), Map.of());
    }

    public CompletionStage<Void> unsubscribe(Peer peer, ClientMessage.Unsubscribe wish) {
        var followed = of(peer).remove(wish.id());
        if (followed != null) {
            watches.remove(followed.document(), followed.subscriber());
            return peer.keeps().get();
        }
        return CompletableFuture.completedStage(null);
    }

    /// What a session follows, for its next owner: each as the client's id, a space, and the document's name.
    public List<String> subscriptions(Peer peer) {
        return of(peer).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getKey() + " " + each.getValue().document().name())
                .toList();
    }

    /// Goes on with what a session followed on another node. The game is not asked again; the client hears a snapshot
    /// of each, but of those that are as they were when it left.
    public void restored(Peer peer, Standing standing) {
        for (var each : standing.subscriptions()) {
            int space = each.indexOf(' ');
            var document = new DocumentKey(peer.who().gameId(), each.substring(space + 1));
            long id = Long.parseLong(each.substring(0, space));
            var known = standing.bookmark(bookmarkOf(id)).map(Bookmark::position);
            var _ = follow(peer, id, document, known.map(OptionalLong::of).orElseGet(OptionalLong::empty));
        }
    }

    private static String bookmarkOf(long id) {
        return BOOKMARKS + id;
    }

    /// Tells a session a snapshot of everything that it follows.
    public void renew(Peer peer) {
        of(peer).values().forEach(each -> {
            each.subscriber().forget();
            watches.renew(each.document(), each.subscriber());
        });
    }

    /// The session is over, or goes on elsewhere.
    ///
    /// @return which versions it has heard
    public List<Bookmark> ended(Peer peer) {
        var own = sessions.remove(peer.session());
        if (own == null) {
            return List.of();
        }
        var heard = new ArrayList<Bookmark>();
        own.forEach((id, each) -> watches.remove(each.document(), each.subscriber())
                .ifPresent(version -> heard.add(new Bookmark(bookmarkOf(id), version, List.of()))));
        return heard;
    }
}
