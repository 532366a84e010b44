package dev.gatehouse.session.group;

import static dev.gatehouse.model.protocol.CallErrorCode.NOT_ALLOWED;
import static dev.gatehouse.model.protocol.CallErrorCode.NOT_FOUND;
import static dev.gatehouse.model.protocol.CallErrorCode.REFUSED;
import static dev.gatehouse.model.protocol.CallErrorCode.TOO_MANY;
import static dev.gatehouse.model.protocol.CallErrorCode.UNAUTHENTICATED;
import static dev.gatehouse.model.protocol.CallErrorCode.UNAVAILABLE;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.CallError;
import dev.gatehouse.model.protocol.CallErrorCode;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.ServerMessage.GroupResult;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.servercode.Group;
import dev.gatehouse.model.servercode.GroupHandler;
import dev.gatehouse.model.servercode.Verdict;
import dev.gatehouse.registry.topic.Posted;
import dev.gatehouse.registry.topic.Topic;
import dev.gatehouse.registry.topic.TopicMember;
import dev.gatehouse.registry.topic.Topics;
import dev.gatehouse.session.game.Hooks;
import dev.gatehouse.session.session.Bookmark;
import dev.gatehouse.session.session.Peer;
import dev.gatehouse.session.session.Standing;
import dev.gatehouse.session.topic.Admission;
import dev.gatehouse.session.topic.Watches;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What clients do with groups. From any thread; never blocks. Each stage is done when the client has its answer; the
/// caller brings a session's wishes one after the other.
public final class ClientGroups {

    private static final Logger log = LoggerFactory.getLogger(ClientGroups.class);

    private final GroupWorld world;
    private final Map<GameId, Map<String, GroupHandler>> handlers;

    /// The groups of each session here, as addressed. A group that was closed meanwhile may still be among them.
    private final Map<SessionId, Set<String>> memberships = new ConcurrentHashMap<>();

    /// What groups stand on.
    ///
    /// @param self this node
    public record GroupWorld(GroupProperties limits, NodeId self, Topics topics, Watches watches, Hooks hooks) {}

    public ClientGroups(GroupWorld world, Map<GameId, Map<String, GroupHandler>> handlers) {
        this.world = world;
        this.handlers = Map.copyOf(handlers);
    }

    public void opened(Peer peer) {
        memberships.put(peer.session(), ConcurrentHashMap.newKeySet());
    }

    public CompletionStage<Void> join(Peer peer, ClientMessage.GroupJoin join) {
        var own = own(peer);
        own.removeIf(group -> !isMember(peer, group));
        if (own.size() >= world.limits().perSession() && !own.contains(join.group())) {
            return answer(peer, join.id(), CallError.of(TOO_MANY));
        }
        return asked(peer, join.group(), (handler, group) -> handler.join(peer.who(), group, argsOf(join.args())))
                .thenCompose(
                        error -> error == null ? join(peer, join.id(), join.group()) : answer(peer, join.id(), error));
    }

    private CompletionStage<Void> join(Peer peer, long id, String group) {
        var topic = topicOf(peer, group);
        var done = new GroupResult(id, true, null);
        var joins =
                new Admission.Joins(memberOf(peer), world.limits().members(), () -> keep(peer, group), List.of(done));
        return world.watches()
                .admit(topic, peer, joins)
                .thenCompose(posted -> switch (posted) {
                    case Posted.Done _ -> joined(peer, group);
                    case Posted.Full _ -> answer(peer, id, CallError.of(TOO_MANY));
                    case Posted.Absent _ -> throw new IllegalStateException("nobody needs to be there to join");
                })
                .exceptionallyCompose(failure -> unavailable(peer, id, failure));
    }

    /// Stores a membership before its client hears of it: what it was told, its next owner knows.
    private CompletionStage<Void> keep(Peer peer, String group) {
        own(peer).add(group);
        return peer.keeps().get();
    }

    /// A session that is over by now is no member of anything.
    private CompletionStage<Void> joined(Peer peer, String group) {
        return memberships.containsKey(peer.session())
                ? CompletableFuture.completedStage(null)
                : world.watches().leave(topicOf(peer, group), memberOf(peer));
    }

    public CompletionStage<Void> leave(Peer peer, ClientMessage.GroupLeave leave) {
        if (!isMember(peer, leave.group())) {
            return answer(peer, leave.id(), CallError.of(NOT_FOUND));
        }
        return asked(peer, leave.group(), (handler, group) -> handler.leave(peer.who(), group, argsOf(leave.args())))
                .thenCompose(error -> error != null
                        ? answer(peer, leave.id(), error)
                        : leave(peer, leave.group()).thenCompose(_ -> answer(peer, leave.id(), null)));
    }

    private CompletionStage<Void> leave(Peer peer, String group) {
        own(peer).remove(group);
        return peer.keeps().get().thenCompose(_ -> world.watches().leave(topicOf(peer, group), memberOf(peer)));
    }

    public CompletionStage<Void> close(Peer peer, ClientMessage.GroupClose close) {
        if (!isMember(peer, close.group())) {
            return answer(peer, close.id(), CallError.of(NOT_ALLOWED));
        }
        return asked(peer, close.group(), (handler, group) -> handler.close(peer.who(), group, argsOf(close.args())))
                .thenCompose(error -> error != null
                        ? answer(peer, close.id(), error)
                        : world.topics()
                                .close(topicOf(peer, close.group()))
                                .thenCompose(_ -> answer(peer, close.id(), null))
                                .exceptionallyCompose(failure -> unavailable(peer, close.id(), failure)));
    }

    private boolean isMember(Peer peer, String group) {
        return own(peer).contains(group) && world.watches().listens(topicOf(peer, group), peer.session());
    }

    /// Asks the game.
    ///
    /// @return what is wrong; null if nothing is
    private CompletionStage<@Nullable CallError> asked(
            Peer peer, String address, BiFunction<GroupHandler, Group, Verdict> question) {
        var group = Group.of(address);
        var handler = handlers.getOrDefault(peer.who().gameId(), Map.of()).get(group.name());
        if (handler == null || !Topic.isGroup(address)) {
            return CompletableFuture.completedStage(CallError.of(NOT_FOUND));
        }
        if (!peer.who().isAuthenticated() && !handler.admitsUnauthenticated()) {
            return CompletableFuture.completedStage(CallError.of(UNAUTHENTICATED));
        }
        return world.hooks()
                .call(
                        peer.who().gameId(),
                        () -> question.apply(handler, group),
                        world.limits().hookTimeout())
                .<@Nullable CallError>thenApply(verdict -> switch (verdict) {
                    case Verdict.Allowed _ -> null;
                    case Verdict.Refused(var reason) -> CallError.of(REFUSED, reason);
                })
                .exceptionally(failure -> {
                    log.warn("The game's code for the group {} failed for {}.", group.name(), peer.who(), failure);
                    return CallError.of(CallErrorCode.SERVER_ERROR);
                });
    }

    private static CompletionStage<Void> answer(Peer peer, long id, @Nullable CallError error) {
        peer.tell(new GroupResult(id, error == null, error));
        return CompletableFuture.completedStage(null);
    }

    private static CompletionStage<Void> unavailable(Peer peer, long id, Throwable failure) {
        log.warn("A group of {} cannot be changed now: {}", peer.who(), failure.toString());
        return answer(peer, id, CallError.of(UNAVAILABLE));
    }

    /// The groups that a session is a member of, as addressed: what its next owner needs to go on.
    public List<String> memberships(Peer peer) {
        return own(peer).stream()
                .filter(group -> isMember(peer, group))
                .sorted()
                .toList();
    }

    /// Goes on with the memberships of a session that another node owned, as soon as the registry answers. The game is
    /// not asked again. Of a group that it is no member of any more, the client hears that it is closed.
    public CompletionStage<Void> restored(Peer peer, Standing standing) {
        // At once: whatever is stored from here on has all of them.
        own(peer).addAll(standing.memberships());
        var all = standing.memberships().stream()
                .map(group -> restored(peer, group, standing).toCompletableFuture());
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).thenRun(peer::changed);
    }

    private CompletionStage<Void> restored(Peer peer, String group, Standing standing) {
        var topic = topicOf(peer, group);
        var bookmark = standing.bookmark(topic.name()).orElse(null);
        return world.watches()
                .admit(topic, peer, new Admission.GoesOn(memberOf(peer), bookmark))
                .handle((posted, _) -> {
                    if (posted instanceof Posted.Absent) {
                        own(peer).remove(group);
                    }
                    return null;
                });
    }

    /// A session's client has lost something on its way: it hears once more who is in its groups.
    public void renew(Peer peer) {
        own(peer).forEach(group -> world.watches().tellWhoIsThere(topicOf(peer, group), peer.session()));
    }

    /// The session is over: that is a leave, which the game is not asked about.
    public CompletionStage<Void> ended(Peer peer) {
        var all = ended(peer, List.copyOf(own(peer)));
        memberships.remove(peer.session());
        return all;
    }

    /// The session is over after it was [#released] with these groups.
    public CompletionStage<Void> ended(Peer peer, List<String> groups) {
        var left = groups.stream()
                .map(group -> world.watches()
                        .leave(topicOf(peer, group), memberOf(peer))
                        .toCompletableFuture());
        return CompletableFuture.allOf(left.toArray(CompletableFuture[]::new));
    }

    /// The session goes on elsewhere: it stays a member, and this node hears no more for it.
    ///
    /// @return how far it has heard
    public List<Bookmark> released(Peer peer) {
        var bookmarks = memberships(peer).stream()
                .flatMap(group -> world.watches().forget(topicOf(peer, group), peer.session()).stream())
                .toList();
        memberships.remove(peer.session());
        return bookmarks;
    }

    private Set<String> own(Peer peer) {
        return memberships.getOrDefault(peer.session(), new HashSet<>());
    }

    private TopicMember memberOf(Peer peer) {
        return new TopicMember(peer.session(), peer.who().playerId(), world.self());
    }

    private static Topic topicOf(Peer peer, String group) {
        return Topic.group(peer.who().gameId(), group);
    }

    private static JsonText argsOf(@Nullable JsonText args) {
        return args == null ? JsonText.EMPTY_OBJECT : args;
    }
}
