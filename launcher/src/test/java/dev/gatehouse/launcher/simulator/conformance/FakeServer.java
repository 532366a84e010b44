package dev.gatehouse.launcher.simulator.conformance;

import dev.gatehouse.launcher.simulator.RefusedException;
import dev.gatehouse.launcher.simulator.line.LinkEvent.Answered;
import dev.gatehouse.launcher.simulator.line.LinkEvent.Asked;
import dev.gatehouse.launcher.simulator.line.LinkEvent.Closed;
import dev.gatehouse.launcher.simulator.line.LinkEvent.Opened;
import dev.gatehouse.launcher.simulator.line.LinkEvent.Told;
import dev.gatehouse.launcher.simulator.line.LinkEvent.TurnedAway;
import dev.gatehouse.launcher.simulator.line.TokenPair;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.partner.GameServerAnswer;
import dev.gatehouse.model.partner.GameServerAnswer.Failure;
import dev.gatehouse.model.partner.GameServerNotice.Refresh;
import dev.gatehouse.model.partner.GameServerRequest;
import dev.gatehouse.model.partner.GameServerRequest.ConnectPlayers;
import dev.gatehouse.model.partner.GameServerRequest.End;
import dev.gatehouse.model.partner.GameServerRequest.KeepAlive;
import dev.gatehouse.model.partner.GameServerRequest.Link;
import dev.gatehouse.model.partner.GameServerRequest.UpdatePlayer;
import dev.gatehouse.model.partner.GameServerRequest.VerifyTicket;
import dev.gatehouse.model.partner.PartnerClaims;
import dev.gatehouse.model.partner.PartnerKeys;
import dev.gatehouse.model.partner.PartnerSigningKey;
import dev.gatehouse.model.partner.PartnerTokenType;
import dev.gatehouse.model.partner.Verified.Accepted;
import dev.gatehouse.model.partner.Verified.Reason;
import dev.gatehouse.model.partner.Verified.Refused;
import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.schema.Encoded;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A server as the line sees it, which does at once all that it should, but for one thing.
final class FakeServer implements Controls {

    /// What the service signs with.
    static final PartnerSigningKey KEY = PartnerSigningKey.generate();

    static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    private static final InstanceId ID = new InstanceId("gi-1");
    private static final String ISSUER = "game-instance-service";
    private static final PartnerKeys KEYS = PartnerKeys.of(List.of(KEY), ISSUER);
    private static final ActionCall ACTION = new ActionCall(1, new Encoded.Json("{}"));

    private final @Nullable Check flaw;
    private final History history = new History(System::nanoTime);
    private TokenPair pair = new TokenPair("game-1", "social-1");
    private boolean diesOfNews;
    private boolean diesAtItsDoor;
    private boolean losesAnswer;
    private @Nullable ConnectPlayers refused; // May be asked again.
    private boolean isOver;
    private @Nullable Failure refusal; // Of connect-players.
    private final Set<String> used = new HashSet<>();
    private int updates;
    private int requests;

    /// @param flaw what it does not do; absent where it does everything
    FakeServer(@Nullable Check flaw) {
        this.flaw = flaw;
        if (flaw == Check.LINKS) {
            history.add(new Opened(ID, new TokenPair("game-1", ""), 401));
            return;
        }
        link();
        history.sent(Lives.PLAYERS.getFirst(), ticket());
        if (flaw != Check.TAKES_PLAYERS) {
            ask(new ConnectPlayers(nextId(), ID, Lives.PLAYERS));
        }
        for (int i = 0; i < 3 && flaw != Check.KEEPS_ALIVE; i++) {
            ask(new KeepAlive(nextId(), ID));
        }
    }

    private FakeServer() {
        flaw = Check.LINKS;
    }

    /// A server whose process ends with what it does not know, and its instance with that, before anybody is added.
    static FakeServer dyingOfNews() {
        var server = new FakeServer(null);
        server.diesOfNews = true;
        return server;
    }

    /// A server that falls over whatever is asked at its door.
    static FakeServer dyingAtItsDoor() {
        var server = new FakeServer(null);
        server.diesAtItsDoor = true;
        return server;
    }

    /// A server whose process ends before it has come to the line.
    static FakeServer deadAtOnce() {
        var server = new FakeServer();
        server.isOver = true;
        return server;
    }

    Host host() {
        return new Host(this, history);
    }

    @Override
    public void add(PlayerId player) throws RefusedException {
        if (isOver) {
            throw new RefusedException("instance_over: The instance is over.");
        }
        var taken = new ConnectPlayers(nextId(), ID, List.of(player));
        if (refusal != null) {
            beRefused(taken, refusal);
        } else if (flaw != (player.value().equals("carol") ? Check.TAKES_LATE_PLAYERS : Check.PASSES_OVER_NEWS)) {
            ask(taken);
        }
    }

    private void beRefused(ConnectPlayers request, Failure why) {
        history.add(new Asked(ID, request));
        history.add(new Answered(ID, GameServerAnswer.refused(request.id(), why)));
        if (why.retryable()) {
            refused = request;
        } else if (flaw == Check.TAKES_A_NO) {
            history.add(new Asked(ID, request));
        }
    }

    @Override
    public void refuse(Class<? extends GameServerRequest> kind, Failure why) {
        refusal = why;
    }

    @Override
    public void passOn() {
        refusal = null;
        if (refused != null && flaw != Check.ASKS_AGAIN) {
            ask(refused);
        }
        refused = null;
    }

    @Override
    public void forbid() {
        history.add(new Closed(ID));
        for (int i = 0; i < (flaw == Check.STAYS_AWAY ? 2 : 1); i++) {
            history.add(new Opened(ID, pair, 401));
        }
    }

    @Override
    public void loseNextAnswer(Class<? extends GameServerRequest> kind) {
        losesAnswer = true;
    }

    @Override
    public String ask(Door door, String line, Duration within) throws IOException {
        if (diesAtItsDoor) {
            throw new IOException("the answer ends after 0 characters");
        }
        return line.startsWith("JOIN ") ? join(line.substring("JOIN ".length())) : update();
    }

    private String join(String ticket) {
        if (!isGood(ticket)) {
            return "REFUSED ticket_invalid";
        }
        if (flaw != Check.ADMITS) {
            ask(new VerifyTicket(nextId(), ID, ticket));
        }
        return used.add(ticket) || flaw == Check.REFUSES_USED ? "WELCOME alice" : "REFUSED ticket_used";
    }

    private boolean isGood(String ticket) {
        return switch (KEYS.verify(PartnerTokenType.TICKET, ticket, NOW)) {
            case Accepted(var claims) -> claims.gi().equals(ID) || flaw == Check.REFUSES_ANOTHERS;
            case Refused(var why) -> flaw == (why == Reason.EXPIRED ? Check.REFUSES_EXPIRED : Check.REFUSES_FORGED);
        };
    }

    private String update() {
        updates++;
        for (int attempt = losesAnswer ? 1 : 2; attempt <= 2; attempt++) {
            var key = (flaw == Check.TAKES_A_NEW_KEY ? "one" : "update-" + updates)
                    + (flaw == Check.REPEATS_ITS_KEY ? "-" + attempt : "");
            ask(new UpdatePlayer(nextId(), ID, Lives.PLAYERS.getFirst(), ActionMode.SYNCHRONIZED, ACTION, key));
        }
        losesAnswer = false;
        return "DONE";
    }

    @Override
    public void drain(Duration within) {
        if (flaw != Check.OBEYS_DRAIN) {
            ask(new End(nextId(), ID, "drained"));
        }
    }

    @Override
    public void end() {
        // Whether it stops shows at its process.
    }

    @Override
    public void cut(Duration refusing) {
        history.add(new Closed(ID));
        if (flaw == Check.COMES_BACK) {
            return;
        }
        for (int i = 0; i < Pace.MOST_TRIES && flaw == Check.TRIES_WITH_PAUSES; i++) {
            history.add(new TurnedAway(ID));
        }
        link();
        history.add(new Told(ID, new Refresh(ID, "game-2", "social-2")));
        if (flaw == Check.KEEPS_ITS_LINK) {
            history.add(new Closed(ID));
        }
        if (flaw != Check.SHOWS_NEW_TOKENS) {
            pair = new TokenPair("game-2", "social-2");
        }
    }

    @Override
    public void meetTomorrow() {
        // What it makes of that shows when the next player comes.
        isOver = diesOfNews;
    }

    @Override
    public Optional<String> whyOver() {
        return isOver ? Optional.of("the server's process exited with status 1") : Optional.empty();
    }

    @Override
    public boolean exits(Duration within) {
        return flaw != Check.STOPS && flaw != Check.EXITS;
    }

    private static String ticket() {
        long now = NOW.getEpochSecond();
        return KEY.sign(
                PartnerTokenType.TICKET,
                new PartnerClaims(
                        ISSUER,
                        PartnerTokenType.TICKET.audience(),
                        "alice",
                        new GameId("goldrush"),
                        ID,
                        "ticket-1",
                        now,
                        now,
                        now + 60));
    }

    private void link() {
        history.add(new Opened(ID, pair, 101));
        ask(new Link(nextId(), ID, "localhost", 7777, 8, null));
    }

    private void ask(GameServerRequest request) {
        history.add(new Asked(ID, request));
        history.add(new Answered(ID, GameServerAnswer.done(request.id())));
    }

    private String nextId() {
        return Integer.toString(++requests);
    }
}
