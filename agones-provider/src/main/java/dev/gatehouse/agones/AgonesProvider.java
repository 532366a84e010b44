package dev.gatehouse.agones;

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
import java.util.Map;
import java.util.Optional;

/// Takes game servers that are ready from Agones, and deletes them when they are not needed any more, as each is good
/// for one instance; their fleet starts others.
public final class AgonesProvider implements GameServerProvider, AutoCloseable {

    public static final String NAME = "agones";

    /// Others took the server that was found; Agones wants to be asked again.
    private static final int MAX_CONTENTIONS = 3;

    private final Cluster cluster;
    private final Duration answer;
    private final Marks marks;
    private final GameServerAllocations allocations;
    private final OneAtATime turns = new OneAtATime();

    public AgonesProvider(Cluster cluster, AgonesProperties settings) {
        this.cluster = cluster;
        this.answer = settings.answer();
        this.marks = new Marks(settings.suite());
        this.allocations = new GameServerAllocations(settings, marks);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Answer allocate(Allocation allocation) {
        if (!Marks.isLabel(allocation.serverId())) {
            return new NoServer("serverId: " + allocation.serverId() + " (expected: what can be a label)");
        }
        var look = answer.compareTo(allocation.within()) < 0 ? answer : allocation.within();
        return turns.allocate(allocation, server -> find(server, look), wish -> take(wish, look));
    }

    @Override
    public Optional<RunningServer> describe(ServerId server) {
        return Marks.isLabel(server) ? find(server, answer) : Optional.empty();
    }

    @Override
    public List<RunningServer> list() {
        return read(marks.ofAll(), answer);
    }

    @Override
    public void deallocate(ServerId server) {
        if (Marks.isLabel(server)) {
            cluster.find(marks.of(server), answer).forEach(found -> cluster.delete(found.name(), answer));
        }
    }

    @Override
    public void close() {
        cluster.close();
    }

    private Answer take(Allocation allocation, Duration look) {
        Map<String, Object> request = allocations.of(allocation);
        for (int contentions = 0; contentions < MAX_CONTENTIONS; contentions++) {
            var state = cluster.allocate(request, allocation.within());
            switch (state) {
                case "Allocated" -> {
                    return found(allocation.serverId(), look);
                }
                case "UnAllocated" -> {
                    return new NoServer("no game server is ready");
                }
                case "Contention" -> {}
                default -> throw new ProviderException("state of the allocation: " + state);
            }
        }
        return new NoServer("others were quicker " + MAX_CONTENTIONS + " times");
    }

    /// Agones tells a server's name, which may come again; its uid does not.
    private Answer found(ServerId server, Duration look) {
        return find(server, look)
                .map(found -> new Given(found.hostId()))
                .orElseThrow(() -> new ProviderException("game server " + server + " was allocated and is not there"));
    }

    private Optional<RunningServer> find(ServerId server, Duration within) {
        return read(marks.of(server), within).stream().findFirst();
    }

    private List<RunningServer> read(Map<String, String> labels, Duration within) {
        return cluster.find(labels, within).stream()
                .flatMap(found -> Marks.read(found).stream())
                .toList();
    }
}
