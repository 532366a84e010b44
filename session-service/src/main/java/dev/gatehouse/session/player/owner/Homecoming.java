package dev.gatehouse.session.player.owner;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.GameInstance;
import dev.gatehouse.session.player.world.PlayerWorld;
import dev.gatehouse.session.session.Continuity;
import dev.gatehouse.session.session.Session;
import dev.gatehouse.session.session.SessionIdentity;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has a player's new sessions hear of the game instances that the player is in. They do not wait for
/// that; where it cannot be known it is asked again, for about a minute. What becomes of an instance
/// meanwhile they hear as always, and what was asked for is older. On the player's shard.
final class Homecoming {

    private static final Logger log = LoggerFactory.getLogger(Homecoming.class);

    private final PlayerWorld world;
    private final Consumer<Runnable> onShard;
    private final Attendance attendance;

    /// After so many questions that nobody answered it is left at that.
    private static final int MAX_QUESTIONS = 7;

    /// Before the second question; with each further one it doubles.
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final PerSession<Waiting> waiting = new PerSession<>();

    /// A session that waits for an answer, or to ask again.
    private static final class Waiting {

        final boolean isBack;

        /// The instances that are none of the player's any more, as the session has heard.
        final Set<InstanceId> gone = new HashSet<>();

        int failures;

        /// When to ask again, by the monotonic clock; absent while an answer is awaited.
        @Nullable
        Long again;

        Waiting(boolean isBack) {
            this.isBack = isBack;
        }
    }

    /// @param onShard runs a step on the player's shard, soon
    Homecoming(PlayerWorld world, Consumer<Runnable> onShard, Attendance attendance) {
        this.world = world;
        this.onShard = onShard;
        this.attendance = attendance;
    }

    /// A session has just opened. Nothing is told to one that is nobody's.
    ///
    /// @param isBack whether no other one of the player lives
    void opened(Session session, boolean isBack) {
        begin(session, isBack);
    }

    /// A session that another node held goes on here.
    void goesOn(Session session) {
        if (session.continuity() == Continuity.ANEW) {
            startsAnew(session);
        }
    }

    /// Nobody knows what a session's client has heard of the stream before. It was not away.
    void startsAnew(Session session) {
        begin(session, false);
    }

    private void begin(Session session, boolean isBack) {
        var who = session.identity();
        if (!who.player().playerId().isUnauthenticated()) {
            var asking = new Waiting(isBack);
            waiting.put(who.id(), asking);
            ask(who, asking);
        }
    }

    /// Whether a session has yet to be told of its player's instances.
    boolean isAsking(Session session) {
        return waiting.has(session.identity().id());
    }

    private void ask(SessionIdentity who, Waiting session) {
        world.instances()
                .of(who.player(), session.isBack)
                .whenComplete((news, failure) -> onShard.accept(() -> {
                    if (!session.equals(waiting.get(who.id()))) {
                        // It is gone, or has started anew meanwhile and asked once more.
                        return;
                    }
                    if (failure == null) {
                        waiting.remove(who.id());
                        attendance
                                .find(who.id())
                                .filter(Session::isLive)
                                .ifPresent(live -> tell(live, news, session.gone));
                    } else {
                        failed(who, session, failure);
                    }
                }));
    }

    private void failed(SessionIdentity who, Waiting session, Throwable failure) {
        session.failures++;
        if (session.failures < MAX_QUESTIONS) {
            session.again = world.now() + (FIRST_PAUSE.toNanos() << (session.failures - 1));
        } else {
            waiting.remove(who.id());
            log.warn("A session of {} hears of no instance that it is in: {}", who.player(), failure.toString());
        }
    }

    void tick(long now) {
        waiting.retain(attendance::has);
        for (var each : waiting.entries()) {
            var session = each.getValue();
            if (session.again != null && now - session.again >= 0) {
                session.again = null;
                attendance.find(each.getKey()).ifPresent(found -> ask(found.identity(), session));
            }
        }
    }

    private void tell(Session session, List<GameInstance> news, Set<InstanceId> gone) {
        news.stream()
                .filter(each -> !gone.contains(each.instanceId()))
                .forEach(each -> session.send(each, world.now()));
        attendance.tidy();
    }

    /// The player's sessions are about to be told this.
    void told(ServerMessage message) {
        if (message instanceof GameInstance news && news.event().isTheLast()) {
            waiting.values().forEach(session -> session.gone.add(news.instanceId()));
        }
    }
}
