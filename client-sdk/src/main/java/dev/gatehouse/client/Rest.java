package dev.gatehouse.client;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a client must keep in mind while nothing happens: since when there is no socket, since when
/// and for how long the game pauses, and whose token is the newest. Pure; one owner.
final class Rest {

    private record Pause(long since, Duration allowed) {

        boolean isInTime(long nowNanos) {
            return nowNanos - since <= allowed.toNanos();
        }
    }

    private @Nullable Pause pause;

    /// The pause that the server last heard of, until it can hear that it is over.
    private @Nullable Pause announced;

    private @Nullable Long lostAt;
    private long awakeAt;
    private @Nullable String given;
    private @Nullable String renewed;

    /// The token that was given when `renewed` was taken: it is the older one of the two.
    private @Nullable String renewedFrom;

    void onSocket(long nowNanos) {
        lostAt = null;
        awakeAt = nowNanos;
        announced = pause;
    }

    void offSocket(long nowNanos) {
        lostAt = nowNanos;
    }

    /// @param window how long after a loss a session may go on
    boolean isResumable(long nowNanos, Duration window) {
        if (lostAt == null) {
            return true;
        }
        return nowNanos - lostAt <= window.toNanos() || (announced != null && announced.isInTime(nowNanos));
    }

    /// Whether the whole client was stopped since this was last asked, without saying so, for longer
    /// than a session goes on.
    boolean hasSlept(long nowNanos, Duration window) {
        long away = nowNanos - awakeAt;
        awakeAt = nowNanos;
        return pause == null && away > window.toNanos();
    }

    /// @param allowed after which the session is gone
    void pause(long nowNanos, Duration allowed) {
        pause = new Pause(nowNanos, allowed);
        announced = pause;
    }

    boolean isPaused() {
        return pause != null;
    }

    /// @return whether that was too long
    boolean unpause(long nowNanos) {
        var over = pause;
        pause = null;
        awakeAt = nowNanos;
        if (lostAt == null) {
            announced = null;
        }
        return over != null && !over.isInTime(nowNanos);
    }

    /// The server has taken another token.
    void renewed(String token) {
        renewed = token;
        renewedFrom = given;
    }

    Credentials newest(Credentials fresh) {
        given = fresh.token();
        return renewed != null && Objects.equals(fresh.token(), renewedFrom)
                ? new Credentials(renewed, fresh.deviceToken())
                : fresh;
    }
}
