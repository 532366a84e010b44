package dev.gatehouse.session.player.owner;

import static dev.gatehouse.model.error.ConnectionError.REFUSED_BY_GAME_SERVER;
import static dev.gatehouse.model.error.ConnectionError.TOKEN_EXPIRED_IN_SESSION;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.ProxyMessage.TokenVerified;
import dev.gatehouse.model.protocol.CallError;
import dev.gatehouse.model.protocol.CallErrorCode;
import dev.gatehouse.model.protocol.ClientMessage.Login;
import dev.gatehouse.model.protocol.ServerMessage.LoginResult;
import dev.gatehouse.model.servercode.ReadyClient;
import dev.gatehouse.registry.journal.Append;
import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.session.player.world.PlayerWorld;
import dev.gatehouse.session.session.Line;
import dev.gatehouse.session.session.Session;
import dev.gatehouse.session.shard.Shard;
import java.time.Duration;
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
    private final PerSession<Long> expiries = new PerSession<>();

    /// The login of each session that is being looked at.
    private final PerSession<Open> underWay = new PerSession<>();

    /// A login without an answer. Two are never the same.
    private static final class Open {
        private final long until;
        private final Login asked;

        /// @param until when its client waits no longer
        private Open(long until, Login asked) {
            this.until = until;
            this.asked = asked;
        }
    }

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
            // Its socket was lost before its turn came: there is no proxy to ask.
            refuse(session, login, CallErrorCode.UNAVAILABLE);
            return;
        }
        if (underWay.has(session.identity().id())) {
            refuse(session, login, CallErrorCode.TOO_MANY);
            return;
        }
        var open = new Open(world.now() + LONGEST.toNanos(), login);
        underWay.put(session.identity().id(), open);
        var asked = line.get();
        asked.verify(login.token())
                .thenAccept(verified -> shard.answer(() -> {
                    if (isOpen(session, open)) {
                        judge(session, open, asked, verified);
                    }
                }));
    }

    /// Another node goes on with the session: nothing that is under way for its login comes from here.
    void moved(Session session) {
        var open = underWay.get(session.identity().id());
        if (open != null) {
            answer(session, open, CallErrorCode.SESSION_MOVED);
        }
    }

    /// The session starts anew: its client takes a login that it had open for lost.
    void lost(SessionId session) {
        underWay.remove(session);
    }

    /// The socket is the player's from here on. One that the session has come back over meanwhile is not: its proxy
    /// has not looked at the token.
    private void logIn(Session session, Open open, Line asked) {
        if (!session.isOn(asked)) {
            answer(session, open, CallErrorCode.UNAVAILABLE);
            return;
        }
        underWay.remove(session.identity().id());
        session.logIn(open.asked.token(), done(open), world.now());
        owner.attendance().tidy();
    }

    private void judge(Session session, Open open, Line asked, TokenVerified verified) {
        switch (verified.verdict()) {
            case GOOD -> {
                if (session.identity().isAuthenticated()) {
                    validate(session, open, verified.expiresAt());
                } else {
                    logIn(session, open, asked);
                }
            }
            case INVALID -> answer(session, open, CallErrorCode.INVALID_TOKEN);
            case NOT_ALLOWED -> answer(session, open, CallErrorCode.NOT_ALLOWED);
            case UNAVAILABLE -> answer(session, open, CallErrorCode.UNAVAILABLE);
        }
    }

    /// What comes too late is answered already.
    private boolean isOpen(Session session, Open open) {
        return open.equals(underWay.get(session.identity().id()));
    }

    private void validate(Session session, Open open, @Nullable Long expiresAt) {
        var player = owner.player();
        var client = new ReadyClient(
                player.gameId(), player.playerId(), session.identity().id());
        world.games()
                .valid(client)
                .thenAccept(valid -> shard.answer(() -> {
                    if (isOpen(session, open)) {
                        validated(session, open, valid, expiresAt);
                    }
                    if (!valid) {
                        world.counters().refused(REFUSED_BY_GAME_SERVER);
                        session.end(REFUSED_BY_GAME_SERVER);
                    }
                    owner.attendance().tidy();
                }));
    }

    private void validated(Session session, Open open, boolean valid, @Nullable Long expiresAt) {
        if (valid) {
            shown(session.identity().id(), expiresAt);
            underWay.remove(session.identity().id());
            session.send(done(open), world.now());
        } else {
            answer(session, open, CallErrorCode.REFUSED);
        }
    }

    private void answer(Session session, Open open, CallErrorCode why) {
        underWay.remove(session.identity().id());
        refuse(session, open.asked, why);
        owner.attendance().tidy();
    }

    private void refuse(Session session, Login login, CallErrorCode why) {
        session.send(new LoginResult(false, CallError.of(why), login.id()), world.now());
    }

    private static LoginResult done(Open open) {
        return new LoginResult(true, null, open.asked.id());
    }

    /// Ends the sessions whose tokens have expired for too long. One without a socket has to show another token anyway.
    void tick(long now) {
        expiries.retain(owner.attendance()::has);
        underWay.retain(owner.attendance()::has);
        for (var login : underWay.entries()) {
            var open = login.getValue();
            if (now - open.until >= 0) {
                owner.attendance().find(login.getKey()).ifPresent(it -> answer(it, open, CallErrorCode.UNAVAILABLE));
            }
        }
        var grace = world.limits().loginGrace().toNanos();
        for (var expiry : expiries.entries()) {
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
