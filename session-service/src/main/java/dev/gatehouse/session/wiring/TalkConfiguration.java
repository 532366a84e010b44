package dev.gatehouse.session.wiring;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.servercode.Documents;
import dev.gatehouse.model.servercode.Events;
import dev.gatehouse.model.servercode.GameServices;
import dev.gatehouse.model.servercode.Groups;
import dev.gatehouse.model.servercode.Instances;
import dev.gatehouse.model.servercode.PlayerModels;
import dev.gatehouse.model.servercode.ServerCode;
import dev.gatehouse.registry.document.DocumentBus;
import dev.gatehouse.registry.document.DocumentStore;
import dev.gatehouse.registry.node.NodeDirectory;
import dev.gatehouse.registry.topic.TopicBus;
import dev.gatehouse.registry.topic.Topics;
import dev.gatehouse.session.document.ClientDocuments;
import dev.gatehouse.session.document.DocumentProperties;
import dev.gatehouse.session.document.DocumentWatches;
import dev.gatehouse.session.document.GameDocuments;
import dev.gatehouse.session.event.ClientEvents;
import dev.gatehouse.session.event.EventPost;
import dev.gatehouse.session.event.EventProperties;
import dev.gatehouse.session.event.GameEvents;
import dev.gatehouse.session.game.GameProperties;
import dev.gatehouse.session.game.Games;
import dev.gatehouse.session.game.Hooks;
import dev.gatehouse.session.game.LoggableFailures;
import dev.gatehouse.session.group.ClientGroups;
import dev.gatehouse.session.group.GameGroups;
import dev.gatehouse.session.group.GroupProperties;
import dev.gatehouse.session.instance.GameInstances;
import dev.gatehouse.session.instance.InstanceLine;
import dev.gatehouse.session.instance.ServerInstances;
import dev.gatehouse.session.node.GatehouseProperties;
import dev.gatehouse.session.player.OwnPlayers;
import dev.gatehouse.session.player.Players;
import dev.gatehouse.session.rpc.ClientCalls;
import dev.gatehouse.session.rpc.Methods;
import dev.gatehouse.session.rpc.RpcProperties;
import dev.gatehouse.session.rpc.RpcWorld;
import dev.gatehouse.session.rpc.ServerCalls;
import dev.gatehouse.session.talk.Talk;
import dev.gatehouse.session.talk.TalkProperties;
import dev.gatehouse.session.talk.TalkWorld;
import dev.gatehouse.session.topic.TopicProperties;
import dev.gatehouse.session.topic.Watches;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What sessions do besides the timeline, and the games' server code for it.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    RpcProperties.class,
    TopicProperties.class,
    GroupProperties.class,
    EventProperties.class,
    TalkProperties.class,
    DocumentProperties.class
})
class TalkConfiguration {

    @Bean
    RpcWorld rpcWorld(
            RpcProperties limits,
            ExecutorService gameThreads,
            ScheduledExecutorService timers,
            LoggableFailures loggable) {
        return new RpcWorld(limits, gameThreads, timers, loggable);
    }

    @Bean
    ClientCalls clientCalls(RpcWorld world) {
        return new ClientCalls(world);
    }

    @Bean
    Watches watches(Topics topics, TopicBus bus, MeterRegistry meters) {
        return new Watches(topics, bus, meters.counter("gatehouse.session.topics.gaps")::increment);
    }

    @Bean
    WatchTicks watchTicks(
            Watches watches,
            DocumentWatches documents,
            TopicProperties limits,
            NodeDirectory nodes,
            ScheduledExecutorService timers,
            LongSupplier nanos) {
        return new WatchTicks(watches, documents, limits, nodes, timers, nanos);
    }

    @Bean
    EventPost eventPost(EventProperties limits, Topics topics) {
        return new EventPost(limits, topics);
    }

    @Bean
    Publishing publishing(
            EventPost events,
            Topics topics,
            DocumentStore documents,
            DocumentProperties limits,
            InstanceLine instances,
            ExecutorService gameThreads) {
        return new Publishing(events, topics, documents, limits, instances, gameThreads);
    }

    /// What server code reaches others by.
    record Publishing(
            EventPost events,
            Topics topics,
            DocumentStore documents,
            DocumentProperties limits,
            InstanceLine instances,
            ExecutorService gameThreads) {

        ServerInstances instancesOf(GameId game) {
            return new ServerInstances(game, instances, gameThreads);
        }

        GameDocuments documentsOf(GameId game) {
            return new GameDocuments(game, documents, limits, gameThreads);
        }
    }

    /// For what the games decide besides who may come in.
    @Bean
    Hooks talkHooks(
            ExecutorService gameThreads,
            ScheduledExecutorService timers,
            GameProperties limits,
            LoggableFailures loggable) {
        return new Hooks(gameThreads, timers, limits.calls(), loggable);
    }

    @Bean
    ServerCodes serverCodes(Games games, ClientCalls clients, Publishing publishing, ObjectProvider<Players> players) {
        var codes = new HashMap<GameId, ServerCode>();
        for (var game : games.all()) {
            // The players' sessions talk by way of this code, so they come into being after it.
            var services = new NodeServices(
                    clients,
                    new OwnPlayers(game, players::getObject),
                    new GameEvents(game.id(), publishing.events()),
                    new GameGroups(game.id(), publishing.topics()),
                    publishing.documentsOf(game.id()),
                    publishing.instancesOf(game.id()));
            codes.put(game.id(), game.serverCode().apply(services));
        }
        return new ServerCodes(codes);
    }

    @Bean
    ServerCalls serverCalls(RpcWorld world, ServerCodes codes, GameInstances instances) {
        return new ServerCalls(world, codes.each(code -> Methods.of(List.of(instances), code.rpc())));
    }

    @Bean
    ClientGroups clientGroups(
            GroupProperties limits,
            GatehouseProperties node,
            Topics topics,
            Watches watches,
            Hooks talkHooks,
            ServerCodes codes) {
        var world = new ClientGroups.GroupWorld(limits, node.nodeId(), topics, watches, talkHooks);
        return new ClientGroups(world, codes.each(ServerCode::groups));
    }

    @Bean
    ClientEvents clientEvents(
            EventPost post,
            Watches watches,
            Hooks talkHooks,
            ScheduledExecutorService timers,
            LongSupplier nanos,
            ServerCodes codes,
            MeterRegistry meters) {
        var dropped = meters.counter("gatehouse.session.events.dropped");
        var world = new ClientEvents.EventWorld(watches, talkHooks, timers, nanos, dropped::increment);
        return new ClientEvents(post, world, codes.each(ServerCode::events));
    }

    @Bean
    DocumentWatches documentWatches(DocumentStore store, DocumentBus bus) {
        return new DocumentWatches(store, bus);
    }

    @Bean
    ClientDocuments clientDocuments(
            DocumentProperties limits, DocumentWatches watches, Hooks talkHooks, ServerCodes codes) {
        return new ClientDocuments(limits, watches, talkHooks, codes.each(ServerCode::documents));
    }

    @Bean
    Talk talk(
            TalkProperties limits,
            ScheduledExecutorService timers,
            ServerCalls serverCalls,
            ClientCalls clientCalls,
            ClientGroups groups,
            ClientEvents events,
            ClientDocuments documents) {
        var world = new TalkWorld(limits, timers);
        return new Talk(world, new Talk.Calls(serverCalls, clientCalls), groups, events, documents);
    }

    /// The server code of each game that this node hosts.
    record ServerCodes(Map<GameId, ServerCode> byGame) {

        <T> Map<GameId, T> each(Function<ServerCode, T> part) {
            var parts = new HashMap<GameId, T>();
            byGame.forEach((game, code) -> parts.put(game, part.apply(code)));
            return parts;
        }
    }

    private record NodeServices(
            ClientCalls clients,
            PlayerModels players,
            Events events,
            Groups groups,
            Documents documents,
            Instances instances)
            implements GameServices {}
}
