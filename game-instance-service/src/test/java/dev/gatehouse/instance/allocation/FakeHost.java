package dev.gatehouse.instance.allocation;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.provider.Allocation;
import dev.gatehouse.provider.Answer;
import dev.gatehouse.provider.Answer.Given;
import dev.gatehouse.provider.Answer.NoServer;
import dev.gatehouse.provider.GameServerProvider;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.RunningServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A provider together with its host, which does what a test plans. Safe to use from several threads.
final class FakeHost implements GameServerProvider {

    private final String name;
    private final Map<ServerId, RunningServer> running = new LinkedHashMap<>();
    private Plan plan = _ -> {};
    private Runnable beforeReturns = () -> {};
    private String calledAs = "host-of-";
    private int capacity = 1_000;
    private int asked;
    private int most;
    private int replies;
    private int looks;
    private int returns;
    private int lost = -1;

    interface Plan {
        void carryOut(Allocation allocation) throws InterruptedException;
    }

    FakeHost(String name) {
        this.name = name;
    }

    /// What happens once a server has been started, before its reply.
    void plan(Plan plan) {
        this.plan = plan;
    }

    void limit(int capacity) {
        this.capacity = capacity;
    }

    /// Calls every server the same from now on.
    void callEveryServer(String hostId) {
        calledAs = hostId + "#";
    }

    /// Does what it is told, and lets its n-th reply from the beginning, counted from 0, get lost.
    void loseReply(int n) {
        lost = n;
    }

    int replies() {
        return replies;
    }

    /// How often somebody looked for a server.
    int looks() {
        return looks;
    }

    /// How often it was asked to take a server back.
    int returns() {
        return returns;
    }

    /// How often it was asked for a server.
    int asked() {
        return asked;
    }

    /// How many servers ran at the same time at most.
    synchronized int most() {
        return most;
    }

    synchronized List<ServerId> running() {
        return List.copyOf(running.keySet());
    }

    synchronized void start(ServerId server, InstanceId instance) {
        String hostId = calledAs.endsWith("#") ? calledAs : calledAs + server;
        running.putIfAbsent(server, new RunningServer(server, instance, hostId));
        most = Math.max(most, running.size());
    }

    synchronized void crash(ServerId server) {
        running.remove(server);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized Answer allocate(Allocation allocation) {
        asked++;
        if (!running.containsKey(allocation.serverId()) && running.size() >= capacity) {
            return reply(new NoServer("no room"));
        }
        start(allocation.serverId(), allocation.instanceId());
        try {
            plan.carryOut(allocation);
        } catch (InterruptedException e) {
            throw new ProviderException("interrupted", e);
        }
        var server = running.get(allocation.serverId());
        return reply(new Given(server == null ? "gone" : server.hostId()));
    }

    @Override
    public synchronized Optional<RunningServer> describe(ServerId server) {
        looks++;
        return reply(Optional.ofNullable(running.get(server)));
    }

    @Override
    public synchronized List<RunningServer> list() {
        return reply(List.copyOf(running.values()));
    }

    /// Done before it takes a server back, while nobody else waits for the host.
    void beforeReturns(Runnable what) {
        beforeReturns = what;
    }

    @Override
    public void deallocate(ServerId server) {
        beforeReturns.run();
        synchronized (this) {
            returns++;
            running.remove(server);
            reply(server);
        }
    }

    private <T> T reply(T reply) {
        if (replies++ == lost) {
            throw new ProviderException("the reply is lost");
        }
        return reply;
    }
}
