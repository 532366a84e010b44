package dev.gatehouse.session.player.owner;

import static dev.gatehouse.model.error.ConnectionError.FORCE_TERMINATED_CLIENT_TIME_TOO_FAR_AHEAD;
import static dev.gatehouse.model.error.ConnectionError.FORCE_TERMINATED_CLIENT_TIME_TOO_FAR_BEHIND;

import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.session.player.state.PlayerState;
import dev.gatehouse.session.session.PlayTime;
import dev.gatehouse.session.session.Session;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Holds the ticks of a session to real time. They may catch up with all of it, so they are compared with how long
/// the session has lasted; nobody has to play while that is not possible, so what is missing is compared
/// with how long the client could play.
final class Punctuality {

    private static final long SECOND = 1_000_000_000L;

    /// The session's client plays from here on.
    ///
    /// @param state absent where there is nothing to play
    static void begin(Session session, @Nullable PlayerState<?> state, long now) {
        if (state != null) {
            session.playTime().begin(state.timeline().tick(), now);
        }
    }

    /// @param reached the tick that a flush leads to
    /// @param isThin whether its client has no timeline of its own to fall behind with
    /// @param now nanoseconds of a monotonic clock
    /// @return why the session cannot go on like that; empty if it can
    static Optional<ConnectionError> objection(
            Session session, GameModel<?> game, long reached, boolean isThin, long now) {
        return session.playTime().read(now).flatMap(time -> objection(time, game, reached, isThin));
    }

    private static Optional<ConnectionError> objection(
            PlayTime.Reading time, GameModel<?> game, long reached, boolean isThin) {
        if (isAhead(time.leading(), game, reached) && isAhead(time.all(), game, reached)) {
            return Optional.of(FORCE_TERMINATED_CLIENT_TIME_TOO_FAR_AHEAD);
        }
        var played = lengthOf(reached - time.leading().firstTick(), game.ticksPerSecond());
        boolean isBehind = time.playable().minus(played).compareTo(game.limits().behind()) > 0;
        return isBehind && !isThin ? Optional.of(FORCE_TERMINATED_CLIENT_TIME_TOO_FAR_BEHIND) : Optional.empty();
    }

    private static boolean isAhead(PlayTime.Stretch time, GameModel<?> game, long reached) {
        var played = lengthOf(reached - time.firstTick(), game.ticksPerSecond());
        return played.minus(time.lasted()).compareTo(game.limits().ahead()) > 0;
    }

    /// In whole seconds and a rest, so that no session is too long for it.
    private static Duration lengthOf(long ticks, int ticksPerSecond) {
        return Duration.ofSeconds(ticks / ticksPerSecond, ticks % ticksPerSecond * SECOND / ticksPerSecond);
    }

    private Punctuality() {}
}
