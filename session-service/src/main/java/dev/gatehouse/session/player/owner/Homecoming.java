package dev.gatehouse.session.player.owner;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.GameInstance;
import dev.gatehouse.session.player.world.PlayerWorld;
import dev.gatehouse.session.session.Continuity;
import dev.gatehouse.session.session.Session;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has a player's new sessions, and those whose last owner took along what it had yet to say, hear of the game
/// instances that the player is in. They do not wait for that, and go on without where it cannot be known. What
/// becomes of an instance meanwhile they hear as always, and what was asked for is older. On the player's shard.
final class Homecoming {

    private static final Logger log = LoggerFactory.getLogger(Homecoming.class);

    private final PlayerWorld world;
    private final Consumer<Runnable> onShard;
    private final Attendance attendance;

    /// Those that wait for an answer, and the instances that are none of the player's any more as they have heard.
    private final PerSession<Set<InstanceId>> waiting = new PerSession<>();

    /// @param onShard runs a step on the player's shard, soon
    Homecoming(PlayerWorld world, Consumer<Runnable> onShard, Attendance attendance) {
        this.world = world;
        this.onShard = onShard;
        this.attendance = attendance;
    }

    /// A session has just opened, or begins anew. Nothing is told to one that is nobody's.
    ///
    /// @param isBack whether no other one of the player lives
    void opened(Session session, boolean isBack) {
        var who = session.identity();
        if (who.player().playerId().isUnauthenticated()) {
            return;
        }
        waiting.put(who.id(), new HashSet<>());
        world.instances()
                .of(who.player(), isBack)
                .whenComplete((news, failure) -> onShard.accept(() -> {
                    var gone = waiting.remove(who.id());
                    if (failure != null) {
                        log.warn(
                                "A session of {} hears of no instance that it is in: {}",
                                who.player(),
                                failure.toString());
                    } else if (gone != null) {
                        attendance.find(who.id()).filter(Session::isLive).ifPresent(live -> tell(live, news, gone));
                    }
                }));
    }

    /// A session has a new owner. Where that has lost what was yet to be told, it is told what is so by now.
    void goesOn(Session session) {
        if (session.continuity() == Continuity.ANEW) {
            opened(session, false);
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
        if (message instanceof GameInstance news && isTheLast(news)) {
            waiting.values().forEach(gone -> gone.add(news.instanceId()));
        }
    }

    private static boolean isTheLast(GameInstance news) {
        return switch (news.event()) {
            case ADDED, HOST_DETAILS, UPDATED -> false;
            case FAILED, ENDED, TERMINATED, REMOVED -> true;
        };
    }
}
