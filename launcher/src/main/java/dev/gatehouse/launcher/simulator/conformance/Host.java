package dev.gatehouse.launcher.simulator.conformance;

import dev.gatehouse.launcher.simulator.line.LinkEvent;
import dev.gatehouse.launcher.simulator.line.LinkEvent.Closed;
import dev.gatehouse.launcher.simulator.line.LinkEvent.Opened;
import dev.gatehouse.launcher.simulator.line.LinkEvent.Told;
import dev.gatehouse.launcher.simulator.line.LinkEvent.TurnedAway;
import dev.gatehouse.launcher.simulator.line.TokenPair;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.partner.GameServerNotice.Refresh;
import dev.gatehouse.model.partner.GameServerRequest.ConnectPlayers;
import dev.gatehouse.model.partner.GameServerRequest.End;
import dev.gatehouse.model.partner.GameServerRequest.KeepAlive;
import dev.gatehouse.model.partner.GameServerRequest.Link;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One server that is checked, in an instance of its own: what can be done to it, and what was seen
/// of it. Whatever it waits for it waits for no longer than it is told. One thread at a time.
record Host(Controls controls, History history) {

    private static final int OPEN = 101;

    boolean links(Duration within) throws InterruptedException {
        return history.await(0, events -> History.isDone(events, Link.class), within);
    }

    boolean hasLinked() {
        return History.isDone(history.since(0), Link.class);
    }

    /// Why it has not linked, as far as that was seen.
    String whyNotLinked() throws InterruptedException {
        return withEnd(howItFailedToLink());
    }

    /// What went wrong, and how its instance ended where it has, such as by the exit of its process.
    String withEnd(String what) throws InterruptedException {
        return what
                + controls.whyOver()
                        .map(why -> "; its instance is over: " + why)
                        .orElse("");
    }

    private String howItFailedToLink() {
        var opened = opened(history.since(0)).findFirst();
        if (opened.isEmpty()) {
            return "it opened no link in time";
        }
        var pair = opened.get().pair();
        if (pair.game().isEmpty() || pair.social().isEmpty()) {
            return "it showed no " + (pair.game().isEmpty() ? "game" : "social") + " token";
        }
        if (opened.get().status() != OPEN) {
            return "its link was refused with status " + opened.get().status();
        }
        return History.asked(history.since(0), Link.class).findAny().isEmpty()
                ? "it opened a link and did not ask for link in time"
                : "its link request was refused";
    }

    /// Asks where players reach it, by its own word.
    ///
    /// @throws IOException if it gives no answer in time
    String asksAtItsDoor(String line, Duration within) throws IOException {
        var link = History.asked(history.since(0), Link.class)
                .findFirst()
                .orElseThrow(() -> new IOException("it did not say where"));
        return controls.ask(new Door(link.host(), link.port()), line, within);
    }

    /// How often it has asked to connect this player.
    static long timesAsked(List<LinkEvent> events, PlayerId player) {
        return History.asked(events, ConnectPlayers.class)
                .filter(request -> request.players().contains(player))
                .count();
    }

    /// How often it has come for a link.
    static long timesCome(List<LinkEvent> events) {
        return events.stream()
                .filter(event -> event instanceof TurnedAway || event instanceof Opened)
                .count();
    }

    boolean connects(int mark, List<PlayerId> players, Duration within) throws InterruptedException {
        return history.await(
                mark,
                events -> History.asked(events, ConnectPlayers.class)
                        .flatMap(request -> request.players().stream())
                        .toList()
                        .containsAll(players),
                within);
    }

    /// Says so many times that it is well.
    boolean beats(int mark, int times, Duration within) throws InterruptedException {
        return history.await(
                mark, events -> History.asked(events, KeepAlive.class).count() >= times, within);
    }

    boolean ends(Duration within) throws InterruptedException {
        return history.await(0, events -> History.isDone(events, End.class), within);
    }

    boolean hasLostItsLink(int mark) {
        return history.since(mark).stream().anyMatch(Closed.class::isInstance);
    }

    /// A link that was opened again.
    ///
    /// @param pair what it showed
    /// @param mark whatever came on it is newer
    record Back(TokenPair pair, int mark) {}

    /// Links again; empty where that was not in time.
    Optional<Back> comesBack(int mark, Duration within) throws InterruptedException {
        history.await(mark, events -> History.isDone(events, Link.class), within);
        var since = history.since(mark);
        if (History.isDone(since, Link.class)) {
            for (int i = since.size() - 1; i >= 0; i--) {
                if (since.get(i) instanceof Opened(var _, var pair, int status) && status == OPEN) {
                    return Optional.of(new Back(pair, mark + i));
                }
            }
        }
        return Optional.empty();
    }

    /// Is told its next tokens.
    ///
    /// @return the last of them; empty where they were not in time
    Optional<TokenPair> isGivenTokens(int mark, Duration within) throws InterruptedException {
        history.await(mark, events -> refreshes(events).findAny().isPresent(), within);
        return refreshes(history.since(mark)).reduce((_, last) -> last);
    }

    private static Stream<Opened> opened(List<LinkEvent> events) {
        return events.stream().filter(Opened.class::isInstance).map(Opened.class::cast);
    }

    private static Stream<TokenPair> refreshes(List<LinkEvent> events) {
        return events.stream().<TokenPair>mapMulti((event, to) -> {
            if (event instanceof Told(var _, Refresh next)) {
                to.accept(new TokenPair(next.gameToken(), next.socialToken()));
            }
        });
    }
}
