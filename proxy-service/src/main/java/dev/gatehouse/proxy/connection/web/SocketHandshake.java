package dev.gatehouse.proxy.connection.web;

import static dev.gatehouse.model.error.ConnectionError.HANDSHAKE_TIMEOUT;

import dev.gatehouse.model.protocol.ClientMessage.Hello;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.proxy.handshake.Departure;
import dev.gatehouse.proxy.handshake.Greeting;
import dev.gatehouse.proxy.link.AttachAnswer.Opened;
import dev.gatehouse.proxy.link.ChannelListener;
import dev.gatehouse.proxy.refusal.Refusal;
import dev.gatehouse.proxy.refusal.Verdict;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Takes the client of one socket through the handshake: when it says hello, and again when it has logged in.
final class SocketHandshake {

    private final Reception shared;
    private final Encoding encoding;
    private final Optional<String> bearer;
    private final Departure departure = new Departure();

    // Absent before the hello; there whenever a session is open.
    private volatile @Nullable Hello hello;

    /// @param bearer the token of the upgrade request, where there was one
    SocketHandshake(Reception shared, Encoding encoding, Optional<String> bearer) {
        this.shared = shared;
        this.encoding = encoding;
        this.bearer = bearer;
    }

    /// Bounded by whoever waits for it, from before the hello on.
    Mono<Verdict<Opened>> shake(Hello first, ChannelListener client) {
        hello = first;
        var session = shared.greeting().newSession();
        var greeting = new Greeting(first, bearer.orElse(null), encoding, session, departure);
        return shared.handshake().shake(greeting, client);
    }

    /// The same checks for the player that the token names. With a timeout of its own: the first one may be long over.
    Mono<Verdict<Opened>> logIn(String token, ChannelListener client) {
        var as = Objects.requireNonNull(hello, "nobody has said hello").loggedIn(token);
        var session = shared.greeting().newSession();
        var greeting = new Greeting(as, null, encoding, session, departure, true);
        Verdict<Opened> tooLate = Verdict.refused(Refusal.of(HANDSHAKE_TIMEOUT));
        return shared.handshake()
                .shake(greeting, client)
                .timeout(shared.limits().handshake().timeout(), Mono.just(tooLate), shared.timers());
    }

    /// What the handshakes took is given back.
    void socketGone() {
        departure.happens();
    }
}
