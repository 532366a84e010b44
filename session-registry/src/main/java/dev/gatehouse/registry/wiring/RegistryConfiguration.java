package dev.gatehouse.registry.wiring;

import dev.gatehouse.registry.RegistryHealth;
import dev.gatehouse.registry.connection.GameConnections;
import dev.gatehouse.registry.connection.redis.RedisGameConnections;
import dev.gatehouse.registry.desync.DesyncBundles;
import dev.gatehouse.registry.desync.redis.RedisDesyncBundles;
import dev.gatehouse.registry.device.DeviceClaims;
import dev.gatehouse.registry.device.redis.RedisDeviceClaims;
import dev.gatehouse.registry.document.DocumentBus;
import dev.gatehouse.registry.document.DocumentStore;
import dev.gatehouse.registry.document.redis.RedisDocumentBus;
import dev.gatehouse.registry.document.redis.RedisDocumentStore;
import dev.gatehouse.registry.guest.GuestAccounts;
import dev.gatehouse.registry.guest.redis.RedisGuestAccounts;
import dev.gatehouse.registry.instance.GameInstances;
import dev.gatehouse.registry.instance.InstanceLinks;
import dev.gatehouse.registry.instance.Offspring;
import dev.gatehouse.registry.instance.PlayerInstances;
import dev.gatehouse.registry.instance.redis.RedisGameInstances;
import dev.gatehouse.registry.instance.redis.RedisInstanceLinks;
import dev.gatehouse.registry.instance.redis.RedisOffspring;
import dev.gatehouse.registry.instance.redis.RedisPlayerInstances;
import dev.gatehouse.registry.journal.PlayerJournal;
import dev.gatehouse.registry.journal.redis.RedisPlayerJournal;
import dev.gatehouse.registry.lease.PlayerLeases;
import dev.gatehouse.registry.lease.redis.RedisPlayerLeases;
import dev.gatehouse.registry.node.NodeDirectory;
import dev.gatehouse.registry.node.redis.RedisNodeDirectory;
import dev.gatehouse.registry.operations.Operations;
import dev.gatehouse.registry.operations.Standings;
import dev.gatehouse.registry.operations.redis.RedisOperations;
import dev.gatehouse.registry.operations.redis.RedisStandings;
import dev.gatehouse.registry.pool.PoolIndex;
import dev.gatehouse.registry.pool.redis.RedisPoolIndex;
import dev.gatehouse.registry.redis.PubSubLine;
import dev.gatehouse.registry.redis.RedisLine;
import dev.gatehouse.registry.redis.RedisRegistryHealth;
import dev.gatehouse.registry.redis.RedisStorageReports;
import dev.gatehouse.registry.redis.Scripts;
import dev.gatehouse.registry.session.PlayerSessions;
import dev.gatehouse.registry.session.redis.RedisPlayerSessions;
import dev.gatehouse.registry.storage.StorageReports;
import dev.gatehouse.registry.topic.TopicBus;
import dev.gatehouse.registry.topic.Topics;
import dev.gatehouse.registry.topic.redis.RedisTopicBus;
import dev.gatehouse.registry.topic.redis.RedisTopics;
import io.lettuce.core.tracing.Tracing;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.observation.LettuceObservationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/// The registry over the Redis that Boot is told of, standalone or cluster.
@AutoConfiguration(after = {DataRedisAutoConfiguration.class, LettuceObservationAutoConfiguration.class})
@EnableConfigurationProperties(RegistryProperties.class)
public class RegistryConfiguration {

    /// Runs before Boot makes the client, whose options cannot be changed later.
    @Bean
    static LettuceClientOptionsBuilderCustomizer boundedRequestQueue(RegistryProperties properties) {
        return options -> options.requestQueueSize(properties.requestQueueSize());
    }

    /// Boot observes each command, if it can. All of ours are scripts, so it learns next to nothing,
    /// and that costs a node a tenth of its time where thousands of players come at once. Comes after
    /// Boot's own, and so outvotes it.
    @Bean
    static ClientResourcesBuilderCustomizer unobservedCommands() {
        return resources -> resources.tracing(Tracing.disabled());
    }

    @Bean
    @Primary
    RedisLine registryLine(LettuceConnectionFactory redis) {
        return new RedisLine(redis::getRequiredNativeClient);
    }

    @Bean
    RedisLine journalLine(LettuceConnectionFactory redis) {
        return new RedisLine(redis::getRequiredNativeClient);
    }

    /// For every feature of the registry that says nothing else.
    @Bean
    @Primary
    Scripts registryScripts(RedisLine line, RegistryProperties properties) {
        return new Scripts(line, properties.commandTimeout());
    }

    /// For what an acknowledgement relies on, on a line of its own: a large batch of appends holds up no handshake.
    @Bean
    Scripts journalScripts(@Qualifier("journalLine") RedisLine line, RegistryProperties properties) {
        var scripts = new Scripts(line, properties.commandTimeout());
        return switch (properties.durability()) {
            case LOCAL -> scripts;
            case REPLICATED -> scripts.confirmedByReplica(properties.replicaTimeout());
        };
    }

    @Bean
    StorageReports storageReports(RedisLine line, RegistryProperties properties) {
        return new RedisStorageReports(line, properties.commandTimeout());
    }

    @Bean
    @ConditionalOnBooleanProperty(
            name = "gatehouse.registry.accept-data-loss",
            havingValue = false,
            matchIfMissing = true)
    StorageGuard storageGuard(StorageReports reports) {
        return new StorageGuard(reports);
    }

    @Bean
    DeviceClaims deviceClaims(Scripts scripts) {
        return new RedisDeviceClaims(scripts);
    }

    @Bean
    GameConnections gameConnections(Scripts scripts) {
        return new RedisGameConnections(scripts);
    }

    @Bean
    GuestAccounts guestAccounts(Scripts scripts) {
        return new RedisGuestAccounts(scripts);
    }

    @Bean
    PlayerLeases playerLeases(Scripts scripts) {
        return new RedisPlayerLeases(scripts);
    }

    @Bean
    PlayerSessions playerSessions(@Qualifier("journalScripts") Scripts scripts) {
        return new RedisPlayerSessions(scripts);
    }

    @Bean
    PlayerJournal playerJournal(@Qualifier("journalScripts") Scripts scripts) {
        return new RedisPlayerJournal(scripts);
    }

    @Bean
    DesyncBundles desyncBundles(Scripts scripts) {
        return new RedisDesyncBundles(scripts);
    }

    @Bean
    NodeDirectory nodeDirectory(Scripts scripts) {
        return new RedisNodeDirectory(scripts);
    }

    @Bean
    GameInstances gameInstances(Scripts scripts) {
        return new RedisGameInstances(scripts);
    }

    @Bean
    InstanceLinks instanceLinks(Scripts scripts) {
        return new RedisInstanceLinks(scripts, () -> UUID.randomUUID().toString());
    }

    @Bean
    PlayerInstances playerInstances(Scripts scripts) {
        return new RedisPlayerInstances(scripts);
    }

    @Bean
    Offspring offspring(Scripts scripts) {
        return new RedisOffspring(scripts);
    }

    @Bean
    PoolIndex poolIndex(Scripts scripts) {
        return new RedisPoolIndex(scripts);
    }

    @Bean
    Topics topics(Scripts scripts) {
        return new RedisTopics(scripts, () -> UUID.randomUUID().toString());
    }

    @Bean
    PubSubLine pubSubLine(LettuceConnectionFactory redis) {
        return new PubSubLine(redis::getRequiredNativeClient);
    }

    @Bean
    TopicBus topicBus(PubSubLine line) {
        return new RedisTopicBus(line);
    }

    @Bean
    DocumentStore documentStore(Scripts scripts) {
        return new RedisDocumentStore(scripts, () -> UUID.randomUUID().toString());
    }

    @Bean
    DocumentBus documentBus(PubSubLine line) {
        return new RedisDocumentBus(line);
    }

    @Bean
    Operations operations(Scripts scripts) {
        return new RedisOperations(scripts);
    }

    @Bean
    Standings standings(Scripts scripts) {
        return new RedisStandings(scripts);
    }

    @Bean
    RegistryHealth registryHealth(Scripts scripts) {
        return new RedisRegistryHealth(scripts);
    }
}
