package dev.gatehouse.session.player;

import static dev.gatehouse.model.error.ConnectionError.REFUSED_BY_GAME_SERVER;
import static dev.gatehouse.model.error.ConnectionError.TOKEN_EXPIRED_IN_SESSION;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.ProxyMessage.TokenVerified;
import dev.gatehouse.model.link.TokenVerdict;
import dev.gatehouse.model.protocol.CallError;
import dev.gatehouse.model.protocol.CallErrorCode;
import dev.gatehouse.model.protocol.ClientMessage.Login;
import dev.gatehouse.model.protocol.ServerMessage.LoginResult;
import dev.gatehouse.model.servercode.ReadyClient;
import dev.gatehouse.registry.journal.Append;
import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.session.session.Line;
import dev.gatehouse.session.session.Session;
import dev.gatehouse.session.shard.Shard;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The tokens of a player's sessions: until when each is good, the logins that renew them, and the end of a
/// session whose client did not. A login in an unauthenticated session ends it, for the player's own. Waits by the
/// monotonic clock, so a wall clock that is set ends nobody's
/// session. On the player's shard.
final class Logins {

    private static final Logger log = LoggerFactory.getLogger(Logins.class);

    /// A token that expires later than that is as good as one that never does.
    private static final Duration FAR = Duration.ofDays(365);

    /// How long the proxy and the game have for a token.
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final PlayerWorld world;
    private final Shard<Append, AppendResult> shard;
    private final PlayerOwner owner;

    /// When the sessions' tokens expire; one that never does is not here.
    private final Map<SessionId, Long> expiries = new HashMap<>();

    /// Until when the login that is being looked at may take.
    private final Map<SessionId, Long> underWay = new HashMap<>();

    Logins(PlayerWorld world, Shard<Append, AppendResult> shard, PlayerOwner owner) {
        this.world = world;
        this.shard = shard;
        this.owner = owner;
    }

    /// A session's client has shown a good token.
    ///
    /// @param expiresAt in ms since 1970; absent where that is never
    void shown(SessionId session, @Nullable Long expiresAt) {
        if (expiresAt == null) {
            expiries.remove(session);
            return;
        }
        var left = Math.min(expiresAt - world.sessions().clock().millis(), FAR.toMillis());
        expiries.put(session, world.now() + Duration.ofMillis(left).toNanos());
    }

    /// A session's client shows another token. It is answered when the proxy has looked at it, and the game.
    void hear(Session session, long seq, Login login) {
        owner.afterwards(() -> session.received().settle(seq), () -> {});
        var line = session.line();
        if (line.isEmpty()) {
            return;
        }
        long until = world.now() + LONGEST.toNanos();
        if (underWay.putIfAbsent(session.identity().id(), until) != null) {
            refuse(session, CallErrorCode.TOO_MANY);
            return;
        }
        var asked = line.get();
        asked.verify(login.token())
                .thenAccept(verified -> shard.answer(() -> {
                    if (verified.verdict() == TokenVerdict.GOOD
                            && !session.identity().isAuthenticated()) {
                        logIn(session, until, asked, login);
                    } else {
                        judge(session, until, verified);
                    }
                }));
    }

    /// The socket is the player's from here on. One that the session has come back over meanwhile is not: its proxy
    /// has not looked at the token.
    private void logIn(Session session, long until, Line asked, Login login) {
        if (!isOpen(session, until)) {
            return;
        }
        if (!session.isOn(asked)) {
            answer(session, CallErrorCode.UNAVAILABLE);
            return;
        }
        underWay.remove(session.identity().id());
        session.logIn(login.token(), new LoginResult(true, null), world.now());
        owner.attendance().tidy();
    }

    private void judge(Session session, long until, TokenVerified verified) {
        if (!isOpen(session, until)) {
            return;
        }
        switch (verified.verdict()) {
            case GOOD -> validate(session, until, verified.expiresAt());
            case INVALID -> answer(session, CallErrorCode.INVALID_TOKEN);
            case NOT_ALLOWED -> answer(session, CallErrorCode.NOT_ALLOWED);
            case UNAVAILABLE -> answer(session, CallErrorCode.UNAVAILABLE);
        }
    }

    /// What comes too late is answered already.
    private boolean isOpen(Session session, long until) {
        return Long.valueOf(until).equals(underWay.get(session.identity().id()));
    }

    private void validate(Session session, long until, @Nullable Long expiresAt) {
        var player = owner.player();
        var client = new ReadyClient(
                player.gameId(), player.playerId(), session.identity().id());
        world.games()
                .valid(client)
                .thenAccept(valid -> shard.answer(() -> {
                    if (valid && !isOpen(session, until)) {
                        return;
                    }
                    if (valid) {
                        shown(session.identity().id(), expiresAt);
                        underWay.remove(session.identity().id());
                        session.send(new LoginResult(true, null), world.now());
                    } else {
                        answer(session, CallErrorCode.REFUSED);
                        world.counters().refused(REFUSED_BY_GAME_SERVER);
                        session.end(REFUSED_BY_GAME_SERVER);
                    }
                    owner.attendance().tidy();
                }));
    }

    private void answer(Session session, CallErrorCode why) {
        underWay.remove(session.identity().id());
        refuse(session, why);
        owner.attendance().tidy();
    }

    private void refuse(Session session, CallErrorCode why) {
        session.send(new LoginResult(false, CallError.of(why)), world.now());
    }

    /// Ends the sessions whose tokens have expired for too long. One without a socket has to show another token anyway.
    void tick(long now) {
        expiries.keySet().removeIf(id -> owner.attendance().find(id).isEmpty());
        underWay.keySet().removeIf(id -> owner.attendance().find(id).isEmpty());
        for (var login : List.copyOf(underWay.entrySet())) {
            if (now - login.getValue() >= 0) {
                owner.attendance().find(login.getKey()).ifPresent(it -> answer(it, CallErrorCode.UNAVAILABLE));
            }
        }
        var grace = world.limits().loginGrace().toNanos();
        for (var expiry : List.copyOf(expiries.entrySet())) {
            if (now - expiry.getValue() - grace >= 0) {
                owner.attendance()
                        .find(expiry.getKey())
                        .filter(it -> !it.isRecovering())
                        .ifPresent(this::expired);
            }
        }
    }

    private void expired(Session session) {
        if (session.isLive()) {
            log.info(
                    "Session {} ends: its token has expired.",
                    session.identity().id());
            session.end(TOKEN_EXPIRED_IN_SESSION);
        }
    }
}
