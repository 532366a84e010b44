package dev.gatehouse.launcher.simulator.conformance;

import dev.gatehouse.launcher.simulator.RefusedException;
import dev.gatehouse.launcher.simulator.line.LinkEvent.Answered;
import dev.gatehouse.launcher.simulator.line.LinkEvent.Asked;
import dev.gatehouse.launcher.simulator.line.LinkEvent.Closed;
import dev.gatehouse.launcher.simulator.line.LinkEvent.Opened;
import dev.gatehouse.launcher.simulator.line.LinkEvent.Told;
import dev.gatehouse.launcher.simulator.line.TokenPair;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.partner.GameServerAnswer;
import dev.gatehouse.model.partner.GameServerNotice.Refresh;
import dev.gatehouse.model.partner.GameServerRequest;
import dev.gatehouse.model.partner.GameServerRequest.ConnectPlayers;
import dev.gatehouse.model.partner.GameServerRequest.End;
import dev.gatehouse.model.partner.GameServerRequest.KeepAlive;
import dev.gatehouse.model.partner.GameServerRequest.Link;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A server as the line sees it, which does at once all that it should, but for one thing.
final class FakeServer implements Controls {

    private static final InstanceId ID = new InstanceId("gi-1");

    private final @Nullable Check flaw;
    private final History history = new History(System::nanoTime);
    private TokenPair pair = new TokenPair("game-1", "social-1");
    private boolean diesOfNews;
    private boolean isOver;
    private int requests;

    /// @param flaw what it does not do; absent where it does everything
    FakeServer(@Nullable Check flaw) {
        this.flaw = flaw;
        if (flaw == Check.LINKS) {
            history.add(new Opened(ID, new TokenPair("game-1", ""), 401));
            return;
        }
        link();
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
        boolean isLate = player.value().equals("carol");
        if (flaw != (isLate ? Check.TAKES_LATE_PLAYERS : Check.PASSES_OVER_NEWS)) {
            ask(new ConnectPlayers(nextId(), ID, List.of(player)));
        }
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
        link();
        history.add(new Told(ID, new Refresh(ID, "game-2", "social-2")));
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
