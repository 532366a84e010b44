package dev.gatehouse.gamelift;

import dev.gatehouse.gamelift.Sessions.Placement;
import dev.gatehouse.gamelift.Sessions.Placement.Fulfilled;
import dev.gatehouse.gamelift.Sessions.Placement.Over;
import dev.gatehouse.gamelift.Sessions.Placement.Pending;
import dev.gatehouse.gamelift.Sessions.Session;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.provider.Allocation;
import dev.gatehouse.provider.Answer;
import dev.gatehouse.provider.Answer.Given;
import dev.gatehouse.provider.Answer.NoServer;
import dev.gatehouse.provider.GameServerProvider;
import dev.gatehouse.provider.OneAtATime;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.RunningServer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Has GameLift start game sessions. With a queue a session is placed, which takes a while; without one the fleet that
/// is named is asked.
public final class GameLiftProvider implements GameServerProvider, AutoCloseable {

    public static final String NAME = "gamelift";

    private final Sessions sessions;
    private final GameLiftProperties settings;
    private final SessionMarks marks;
    private final OneAtATime turns = new OneAtATime();

    public GameLiftProvider(Sessions sessions, GameLiftProperties settings) {
        this.sessions = sessions;
        this.settings = settings;
        this.marks = new SessionMarks(settings.suite());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Answer allocate(Allocation allocation) {
        if (!SessionMarks.isId(allocation.serverId())) {
            return new NoServer("serverId: " + allocation.serverId() + " (expected: what can be a placement's)");
        }
        var queue = settings.queue();
        var look = shorter(settings.answer(), allocation.within());
        return queue == null
                ? turns.allocate(allocation, server -> findInFleets(server, look), this::create)
                : turns.allocate(allocation, _ -> Optional.empty(), wanted -> place(queue, wanted, look));
    }

    @Override
    public Optional<RunningServer> describe(ServerId server) {
        return find(server, settings.answer());
    }

    @Override
    public List<RunningServer> list() {
        return sessions(settings.answer()).stream()
                .flatMap(session -> marks.read(session).stream())
                .toList();
    }

    /// The placement first: what it may still start is not in any list yet.
    @Override
    public void deallocate(ServerId server) {
        if (settings.queue() != null && SessionMarks.isId(server)) {
            sessions.stopPlacing(server.value(), settings.answer());
        }
        find(server, settings.answer()).ifPresent(found -> sessions.terminate(found.hostId(), settings.answer()));
    }

    @Override
    public void close() {
        sessions.close();
    }

    private Answer create(Allocation allocation) {
        return sessions.create(settings.fleets().getFirst(), marks.wish(allocation), allocation.within())
                .<Answer>map(session -> new Given(session.arn()))
                .orElse(new NoServer("the fleet has no room"));
    }

    /// The placement itself tells whether it was asked for before.
    private Answer place(String queue, Allocation allocation, Duration look) {
        var id = allocation.serverId().value();
        var waiting = new Waiting(allocation.within(), settings.pollEvery());
        var known = sessions.placement(id, look);
        if (known.isEmpty()) {
            sessions.place(queue, marks.wish(allocation), allocation.within());
        }
        while (true) {
            var placement = known.or(() -> sessions.placement(id, look))
                    .orElseThrow(() -> new ProviderException("placement " + id + " was started and is not there"));
            switch (placement) {
                case Fulfilled(var arn) -> {
                    return new Given(arn);
                }
                case Over(var status) -> {
                    return new NoServer("the placement is " + status);
                }
                case Pending _ -> waiting.once();
            }
            known = Optional.empty();
        }
    }

    /// By its placement, which knows the one session that it ended with. Any other, and one that
    /// GameLift has forgotten, may have left a session all the same.
    private Optional<RunningServer> find(ServerId server, Duration within) {
        boolean mayBePlaced = settings.queue() != null && SessionMarks.isId(server);
        var placement = mayBePlaced ? sessions.placement(server.value(), within) : Optional.<Placement>empty();
        return placement.orElse(null) instanceof Fulfilled(var arn)
                ? sessions.session(arn, within)
                        .flatMap(marks::read)
                        .filter(running -> running.serverId().equals(server))
                : findInFleets(server, within);
    }

    private Optional<RunningServer> findInFleets(ServerId server, Duration within) {
        return sessions(within).stream()
                .flatMap(session -> marks.read(session).stream())
                .filter(running -> running.serverId().equals(server))
                .findFirst();
    }

    private List<Session> sessions(Duration within) {
        return settings.fleets().stream()
                .flatMap(fleet -> sessions.list(fleet, within).stream())
                .toList();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
