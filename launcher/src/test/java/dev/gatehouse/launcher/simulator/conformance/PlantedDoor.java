package dev.gatehouse.launcher.simulator.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.partner.PartnerClaims;
import dev.gatehouse.model.partner.PartnerKeys;
import dev.gatehouse.model.partner.PartnerTokenType;
import dev.gatehouse.model.partner.Verified.Accepted;
import dev.gatehouse.model.partner.Verified.Reason;
import dev.gatehouse.model.partner.Verified.Refused;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Where the checks reach a planted server. One visitor at a time.
final class PlantedDoor implements Closeable {

    private static final int BACKLOG = 10;
    private static final int MOST_ATTEMPTS = 50;
    private static final long PAUSE_MILLIS = 200;

    private final ServerSocket door;
    private final Mistake mistake;
    private final String instance;
    private final Requests requests;
    private final Set<String> used = new HashSet<>();
    private final PartnerKeys keys;
    private int updates;

    /// What the link is asked for.
    interface Requests {

        /// Blocks.
        ///
        /// @return the answer as it came, or nothing where none did
        String ask(String type, String members);
    }

    PlantedDoor(Mistake mistake, String instance, PartnerKeys keys, Requests requests) throws IOException {
        this.door = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        this.mistake = mistake;
        this.instance = instance;
        this.keys = keys;
        this.requests = requests;
    }

    static PartnerKeys keys(HttpClient http, String partnerUrl, String gameToken) throws Exception {
        var address = URI.create(partnerUrl.replaceFirst("^ws", "http") + "/.well-known/jwks.json");
        var jwks = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        return PartnerKeys.of(jwks.body(), PartnerKeys.readUnchecked(gameToken).iss());
    }

    int port() {
        return door.getLocalPort();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void serve() {
        while (!door.isClosed()) {
            try (var visitor = door.accept()) {
                serve(visitor);
            } catch (IOException _) {
                // The visitor has gone, or the door was closed.
            }
        }
    }

    private void serve(Socket visitor) throws IOException {
        var in = new BufferedReader(new InputStreamReader(visitor.getInputStream(), UTF_8));
        var words = String.valueOf(in.readLine()).split(" ", -1);
        var answer = words[0].equals("JOIN") ? join(words[1]) : update(words[1]);
        visitor.getOutputStream().write((answer + "\n").getBytes(UTF_8));
    }

    private String join(String ticket) {
        PartnerClaims claims;
        try {
            claims = PartnerKeys.readUnchecked(ticket);
        } catch (DecodeException _) {
            return "REFUSED ticket_invalid";
        }
        if (!isGood(ticket, claims)) {
            return "REFUSED ticket_invalid";
        }
        if (mistake == Mistake.ADMITS_BY_ITSELF) {
            return used.add(ticket) ? "WELCOME " + claims.sub() : "REFUSED ticket_used";
        }
        var answer = requests.ask("verify-ticket", "\"ticket\":\"" + ticket + "\"");
        return answer.contains("\"ok\":true") || mistake == Mistake.ADMITS_WHATEVER_THE_ANSWER
                ? "WELCOME " + claims.sub()
                : "REFUSED ticket_used";
    }

    private boolean isGood(String ticket, PartnerClaims claims) {
        boolean isHere = claims.gi().value().equals(instance) || mistake == Mistake.IGNORES_THE_INSTANCE;
        return isHere
                && switch (keys.verify(PartnerTokenType.TICKET, ticket, Instant.now())) {
                    case Accepted _ -> true;
                    case Refused(var why) when why == Reason.EXPIRED -> mistake == Mistake.IGNORES_EXPIRY;
                    case Refused _ -> mistake == Mistake.IGNORES_SIGNATURES;
                };
    }

    private String update(String player) {
        updates++;
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            var answer = requests.ask(
                    "update-player",
                    "\"playerId\":\"%s\",\"mode\":\"synchronized\",\"action\":{\"code\":1,\"args\":{}},\"key\":\"%s\""
                            .formatted(player, key(player, attempt)));
            if (answer.contains("\"ok\":true")) {
                return "DONE";
            }
            var _ = new CompletableFuture<Void>()
                    .completeOnTimeout(null, PAUSE_MILLIS, TimeUnit.MILLISECONDS)
                    .join();
        }
        return "FAILED link_lost";
    }

    private String key(String player, int attempt) {
        if (mistake == Mistake.GIVES_A_PLAYER_ONE_KEY) {
            return player;
        }
        return updates + (mistake == Mistake.TAKES_A_KEY_FOR_EACH_ATTEMPT ? "-" + attempt : "");
    }
}
