package dev.gatehouse.instance;

import dev.gatehouse.gameserver.GameServerConfiguration;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.provider.Allocation;
import dev.gatehouse.provider.Answer;
import dev.gatehouse.provider.Answer.Given;
import dev.gatehouse.provider.GameServerProvider;
import dev.gatehouse.provider.RunningServer;
import dev.gatehouse.provider.ServerEnvironment;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A provider that answers at once with servers that are there at once: each links, takes its player, and plays until
/// it ends its game by itself.
final class ServersAtOnce implements GameServerProvider, AutoCloseable {

    static final String NAME = "at-once";

    private final Map<ServerId, InstanceId> playing = new ConcurrentHashMap<>();
    private final Map<InstanceId, CompletableFuture<TestLink>> running = new ConcurrentHashMap<>();
    private final Map<InstanceId, GameServerConfiguration> given = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newHttpClient();

    /// The link of the instance's server, once it has taken its player.
    CompletableFuture<TestLink> running(InstanceId instance) {
        return running.computeIfAbsent(instance, _ -> new CompletableFuture<>());
    }

    /// What the instance's server was given.
    GameServerConfiguration given(InstanceId instance) {
        return Objects.requireNonNull(given.get(instance));
    }

    /// What a server says of its instance.
    static String request(String type, InstanceId instance, String more) {
        return "{\"id\":\"1\",\"type\":\"%s\",\"instanceId\":\"%s\"%s}".formatted(type, instance, more);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Answer allocate(Allocation allocation) {
        var environment = allocation.environment().get();
        threads.execute(() -> play(environment));
        return new Given(allocation.serverId().value());
    }

    private void play(ServerEnvironment with) {
        var instance = with.instanceId();
        try {
            var configuration = configuration(with);
            given.put(instance, configuration);
            var link = new TestLink(http, configuration);
            playing.put(with.serverId(), instance);
            link.ask(request("link", instance, ",\"host\":\"127.0.0.1\",\"port\":7777,\"capacity\":16"));
            link.ask(request("connect-players", instance, ",\"players\":[\"alice\"]"));
            running(instance).complete(link);
        } catch (Exception e) {
            running(instance).completeExceptionally(e);
        }
    }

    private static GameServerConfiguration configuration(ServerEnvironment with) {
        return new GameServerConfiguration(
                with.partnerUrl(), with.socialToken(), with.gameToken(), with.instanceId(), with.serverId());
    }

    @Override
    public Optional<RunningServer> describe(ServerId server) {
        return Optional.ofNullable(playing.get(server)).map(instance -> described(server, instance));
    }

    @Override
    public List<RunningServer> list() {
        return playing.entrySet().stream()
                .map(entry -> described(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static RunningServer described(ServerId server, InstanceId instance) {
        return new RunningServer(server, instance, server.value());
    }

    @Override
    public void deallocate(ServerId server) {
        playing.remove(server);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.shutdownNow();
    }
}
