package dev.gatehouse.registry;

import static com.google.protobuf.ByteString.copyFromUtf8;
import static dev.gatehouse.registry.OnRedis.ALICE;
import static dev.gatehouse.registry.OnRedis.DEVICE;
import static dev.gatehouse.registry.OnRedis.GAME;
import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.NODE_1;
import static dev.gatehouse.registry.OnRedis.NODE_2;
import static dev.gatehouse.registry.OnRedis.PLAYER;
import static dev.gatehouse.registry.OnRedis.PROXY;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.DeviceSession;
import dev.gatehouse.model.partner.PooledServer;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.registry.connection.redis.RedisGameConnections;
import dev.gatehouse.registry.desync.KeptBundle;
import dev.gatehouse.registry.desync.redis.RedisDesyncBundles;
import dev.gatehouse.registry.device.redis.RedisDeviceClaims;
import dev.gatehouse.registry.document.DocumentKey;
import dev.gatehouse.registry.document.StoredDocument;
import dev.gatehouse.registry.document.Written;
import dev.gatehouse.registry.document.redis.RedisDocumentStore;
import dev.gatehouse.registry.guest.redis.RedisGuestAccounts;
import dev.gatehouse.registry.instance.GameInstances.Change;
import dev.gatehouse.registry.instance.GameInstances.Stored;
import dev.gatehouse.registry.instance.LinkTerm;
import dev.gatehouse.registry.instance.Offspring.Count;
import dev.gatehouse.registry.instance.redis.Examples;
import dev.gatehouse.registry.instance.redis.RedisGameInstances;
import dev.gatehouse.registry.instance.redis.RedisInstanceLinks;
import dev.gatehouse.registry.instance.redis.RedisOffspring;
import dev.gatehouse.registry.instance.redis.RedisPlayerInstances;
import dev.gatehouse.registry.journal.Append;
import dev.gatehouse.registry.journal.AppendResult.Appended;
import dev.gatehouse.registry.journal.AppendResult.Fenced;
import dev.gatehouse.registry.journal.AppendResult.Unconfirmed;
import dev.gatehouse.registry.journal.redis.RedisPlayerJournal;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.registry.lease.LeaseAnswer.Granted;
import dev.gatehouse.registry.lease.redis.RedisPlayerLeases;
import dev.gatehouse.registry.node.HostedGame;
import dev.gatehouse.registry.node.NodeRecord;
import dev.gatehouse.registry.node.NodeRole;
import dev.gatehouse.registry.node.redis.RedisNodeDirectory;
import dev.gatehouse.registry.operations.Ban;
import dev.gatehouse.registry.operations.Expulsion;
import dev.gatehouse.registry.operations.GameRules;
import dev.gatehouse.registry.operations.Standing;
import dev.gatehouse.registry.operations.redis.RedisOperations;
import dev.gatehouse.registry.operations.redis.RedisStandings;
import dev.gatehouse.registry.pool.Place;
import dev.gatehouse.registry.pool.PoolFigures;
import dev.gatehouse.registry.pool.PoolServerState;
import dev.gatehouse.registry.pool.redis.RedisPoolIndex;
import dev.gatehouse.registry.redis.RedisLine;
import dev.gatehouse.registry.redis.RedisRegistryHealth;
import dev.gatehouse.registry.redis.Scripts;
import dev.gatehouse.registry.session.KeepResult;
import dev.gatehouse.registry.session.SessionRecord;
import dev.gatehouse.registry.session.WriteNumber;
import dev.gatehouse.registry.session.redis.RedisPlayerSessions;
import dev.gatehouse.registry.topic.Posted;
import dev.gatehouse.registry.topic.Topic;
import dev.gatehouse.registry.topic.TopicMember;
import dev.gatehouse.registry.topic.redis.RedisTopics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.redis.connection.RedisClusterConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/// Every script on a real cluster of three masters, which refuses keys of several slots and keys that
/// are not declared.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistryOnClusterIT {

    private static final int PLAYERS = 60;

    private RedisCluster cluster;
    private LettuceConnectionFactory factory;
    private Scripts scripts;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        cluster = RedisCluster.start(folder);
        factory = new LettuceConnectionFactory(new RedisClusterConfiguration(cluster.addresses()));
        factory.afterPropertiesSet();
        scripts = new Scripts(new RedisLine(factory::getRequiredNativeClient), Duration.ofSeconds(10));
    }

    @AfterAll
    void stop() {
        factory.destroy();
        cluster.close();
    }

    @Test
    void keepsDevices() throws Exception {
        var devices = new RedisDeviceClaims(scripts);
        var session = new SessionId("s-1");

        var claim = answer(devices.claim(GAME, DEVICE, new DeviceSession(session, ALICE, PROXY, 0, false), LONG));

        assertThat(claim.all()).extracting(DeviceSession::sessionId).containsExactly(session);
        assertThat(answer(devices.claimInTurn(GAME, DEVICE, claim.all().getFirst(), LONG, LONG)))
                .isPresent();
        assertThat(answer(devices.endTurn(GAME, DEVICE, session))).isFalse();
        assertThat(answer(devices.renew(GAME, DEVICE, session, true, LONG))).isTrue();
        assertThat(answer(devices.release(GAME, DEVICE, session))).isTrue();
    }

    @Test
    void keepsConnections() throws Exception {
        var connections = new RedisGameConnections(scripts);

        answer(connections.register(GAME, new SessionId("s-1"), ALICE, PROXY, LONG));

        assertThat(answer(connections.count(GAME))).isEqualTo(1);
        assertThat(answer(connections.unregister(GAME, new SessionId("s-1")))).isTrue();
    }

    @Test
    void keepsGuests() throws Exception {
        assertThat(answer(new RedisGuestAccounts(scripts).of(GAME, DEVICE, ALICE)))
                .isEqualTo(ALICE);
    }

    @Test
    void keepsNodes() throws Exception {
        var nodes = new RedisNodeDirectory(scripts);
        var node = new NodeRecord(
                NODE_1, NodeRole.SESSION, "", "", List.of(new HostedGame(GAME, 1, 1, false, false, true)));

        answer(nodes.announce(node, LONG));

        assertThat(answer(nodes.live(NodeRole.SESSION))).containsExactly(node);
        answer(nodes.withdraw(NODE_1));
        assertThat(answer(nodes.withInstanceRules())).containsExactly(GAME);
        assertThat(answer(nodes.live(NodeRole.SESSION))).isEmpty();
        assertThat(answer(new RedisRegistryHealth(scripts).ping())).isNotNull();
    }

    @Test
    void keepsInstances() throws Exception {
        var instances = new RedisGameInstances(scripts);
        var created = Examples.instance(Examples.ID);

        assertThat(answer(instances.claimHost("agones", "uid-1", Examples.ID))).isEqualTo(Examples.ID);
        assertThat(answer(instances.create(created, Duration.ZERO))).isTrue();
        var loaded = answer(instances.load(Examples.ID)).orElseThrow();
        assertThat(answer(
                        instances.change(loaded, Examples.linked(Examples.ID), new LinkTerm.Taken("link", null, LONG))))
                .isInstanceOf(Change.Done.class);
        var linked = answer(instances.load(Examples.ID)).orElseThrow();
        assertThat(linked.heardFor()).isPositive().isLessThanOrEqualTo(LONG);
        assertThat(linked)
                .isEqualTo(new Stored(Examples.linked(Examples.ID), linked.version(), linked.heardFor(), "link"));
        assertThat(answer(instances.glance(List.of(Examples.ID)))).containsEntry(Examples.ID, linked.glance());
        assertThat(answer(instances.lookIn(Examples.ID, Duration.ZERO))).isTrue();
        assertThat(answer(instances.takeDue(10, Duration.ZERO))).containsExactly(Examples.ID);
        assertThat(answer(instances.lookNoLater(Examples.ID, Duration.ofDays(1))))
                .isFalse();
        assertThat(answer(instances.takeDue(10, Duration.ZERO))).containsExactly(Examples.ID);
        assertThat(answer(instances.lookNoMore(Examples.ID))).isTrue();
        assertThat(answer(instances.enlist(GAME, Examples.ID))).isZero();
        assertThat(answer(instances.list(GAME, Optional.empty(), 10))).containsExactly(Examples.ID);
    }

    @Test
    void keepsThePlayersOfInstances() throws Exception {
        var seats = new RedisPlayerInstances(scripts);
        var bob = new PlayerKey(GAME, new PlayerId("bob"));
        long version = 9_000_000_000_000_000L;

        answer(seats.note(Examples.ID, List.of(PLAYER, bob), version));

        assertThat(answer(seats.of(PLAYER))).containsExactly(Examples.ID);
        assertThat(answer(seats.of(bob))).containsExactly(Examples.ID);
        answer(seats.forget(Examples.ID, List.of(PLAYER, bob), version + 1));
        assertThat(answer(seats.of(PLAYER))).isEmpty();
    }

    @Test
    void keepsOffspring() throws Exception {
        var offspring = new RedisOffspring(scripts);
        var root = new ServerId("gs-root");

        assertThat(answer(offspring.count(root, Examples.ID, 1, LONG))).isEqualTo(new Count.Counts());
        assertThat(answer(offspring.count(root, new InstanceId("gi-2"), 1, LONG)))
                .isInstanceOf(Count.Full.class);
        assertThat(answer(offspring.forget(root, Examples.ID))).isTrue();
    }

    @Test
    void keepsTopics() throws Exception {
        var topics = new RedisTopics(scripts, () -> "once");
        var room = Topic.group(GAME, "room:1");
        var member = new TopicMember(new SessionId("s-1"), ALICE, NODE_1);

        assertThat(answer(topics.join(room, member, 1))).isInstanceOf(Posted.Done.class);
        assertThat(answer(topics.say(room, member.session(), null, copyFromUtf8("hello"))))
                .isInstanceOf(Posted.Done.class);
        assertThat(answer(topics.read(room, 0)).members()).containsExactly(member);
        assertThat(answer(topics.close(room))).isInstanceOf(Posted.Done.class);
    }

    @Test
    void keepsDesyncs() throws Exception {
        var desyncs = new RedisDesyncBundles(scripts);

        answer(desyncs.keep(PLAYER, new KeptBundle("1", copyFromUtf8("a bundle"))));

        assertThat(answer(desyncs.of(PLAYER))).containsExactly(new KeptBundle("1", copyFromUtf8("a bundle")));
    }

    @Test
    void keepsDocuments() throws Exception {
        var documents = new RedisDocumentStore(scripts, () -> "once");
        var shop = new DocumentKey(GAME, "shop/today");

        assertThat(answer(documents.write(shop, 0, new JsonText("1"), new JsonText("[]"))))
                .isEqualTo(new Written.Done(1));
        assertThat(answer(documents.read(shop))).contains(new StoredDocument(1, new JsonText("1")));
    }

    @Test
    void keepsLinks() throws Exception {
        var links = new RedisInstanceLinks(scripts, () -> "use");
        var instance = new InstanceId("gi-linked");

        assertThat(answer(links.claim(instance, "link", null, LONG))).isTrue();
        assertThat(answer(links.useTicket(instance, "ticket", LONG))).contains("use");
        assertThat(answer(links.giveTicketBack(instance, "ticket", "use"))).isTrue();
        assertThat(answer(links.release(instance, "link"))).isTrue();
    }

    @Test
    void keepsPools() throws Exception {
        var index = new RedisPoolIndex(scripts);
        var server = new PooledServer(new ServerId("gs-1"), new InstanceId("gi-1"));
        var box = new PoolServerState("box-1", "run", "link", "http://node-1", 2, List.of());

        assertThat(answer(index.join("main", box, LONG))).isPresent();
        assertThat(answer(index.reserve("main", server, LONG))).isPresent();
        answer(index.take("main", "box-1", server));
        assertThat(answer(index.find("main", server.serverId()))).isPresent();
        assertThat(answer(index.list("main"))).containsExactly(new Place("box-1", server));
        answer(index.free("main", "box-1", server.serverId(), false));
        assertThat(answer(index.report("main", box, LONG))).isPresent();
        assertThat(answer(index.closeLink("main", "box-1", "link"))).isTrue();
        assertThat(answer(index.tend("main"))).isEqualTo(new PoolFigures(1, 2, 0, 0, 0));
    }

    @Test
    void asksTheNodeOfEachPlayerForItsReplicas() throws Exception {
        var leases = new RedisPlayerLeases(scripts);
        var journal = new RedisPlayerJournal(scripts.confirmedByReplica(Duration.ofMillis(50)));
        var appends = new ArrayList<Append>();
        for (var i = 0; i < PLAYERS; i++) {
            var player = new PlayerKey(GAME, new PlayerId("confirmed-" + i));
            var lease = ((Granted) answer(leases.claim(player, NODE_1, "a", LONG, null))).lease();
            appends.add(new Append(lease, 1, List.of(copyFromUtf8("1"))));
        }

        // The masters have no replicas: each has the entry, and nobody may rely on it.
        assertThat(answer(journal.append(appends)))
                .hasSize(PLAYERS)
                .allSatisfy(result -> assertThat(result)
                        .isInstanceOfSatisfying(
                                Unconfirmed.class,
                                unknown -> assertThat(unknown.cause()).hasMessageContaining("no replica has it")));
        assertThat(answer(journal.load(appends.getFirst().lease().player())).entries())
                .hasSize(1);
    }

    @Test
    void keepsWhatOperatorsRule() throws Exception {
        var operations = new RedisOperations(scripts);
        var standings = new RedisStandings(scripts);
        var ban = new Ban(null, "Why.");

        assertThat(answer(operations.change(GAME, answer(operations.rules(GAME)), GameRules.NONE)))
                .isTrue();
        answer(operations.expel(GAME, new Expulsion(ALICE, "1", ban)));
        assertThat(answer(operations.expelled(GAME))).hasSize(1);
        answer(operations.pardon(GAME, ALICE));
        assertThat(answer(operations.expelled(GAME))).isEmpty();
        answer(standings.ban(PLAYER, ban));
        answer(standings.played(PLAYER, 3));
        assertThat(answer(standings.of(PLAYER))).isEqualTo(new Standing(3, ban));
        assertThat(answer(standings.lift(PLAYER))).isTrue();
    }

    @Test
    void keepsPlayersOnAllNodesInOnePipeline() throws Exception {
        var leases = new RedisPlayerLeases(scripts);
        var journal = new RedisPlayerJournal(scripts);
        var held = new ArrayList<Lease>();
        for (var i = 0; i < PLAYERS; i++) {
            var player = new PlayerKey(GAME, new PlayerId("player-" + i));
            var granted = answer(leases.claim(player, NODE_1, "a", LONG, null));
            assertThat(granted).isEqualTo(new Granted(new Lease(player, NODE_1, "a", 1)));
            held.add(new Lease(player, NODE_1, "a", 1));
        }

        var appends = held.stream()
                .map(lease -> new Append(lease, 1, List.of(copyFromUtf8("one"), copyFromUtf8("two"))))
                .toList();
        assertThat(answer(journal.append(appends))).isEqualTo(Collections.nCopies(PLAYERS, new Appended(3, 2)));
        assertThat(answer(leases.renew(held, LONG, LONG)).held()).hasSize(PLAYERS);
        assertThat(cluster.ask(node -> node.dbsize()))
                .allSatisfy(size -> assertThat(size).isPositive());

        var first = held.getFirst();
        assertThat(answer(journal.snapshot(first, 1, copyFromUtf8("snapshot")))).isEqualTo(new Appended(3, 1));
        assertThat(answer(journal.load(first.player())).nextIndex()).isEqualTo(3);
        assertThat(answer(leases.ownerOf(first.player()))).contains(NODE_1);
        var sessions = new RedisPlayerSessions(scripts);
        var session = new SessionRecord(new SessionId("s-1"), copyFromUtf8("session"));
        assertThat(answer(sessions.store(first, List.of(session), LONG, WriteNumber.beginning(1))))
                .isEqualTo(new KeepResult.Kept());
        assertThat(answer(sessions.load(first.player())).sessions()).containsExactly(session);
        assertThat(answer(sessions.forget(first, session.id()))).isEqualTo(new KeepResult.Kept());
        answer(leases.claim(first.player(), NODE_2, "b", LONG, NODE_1));
        assertThat(answer(journal.snapshot(first, 2, copyFromUtf8("late")))).isEqualTo(new Fenced(NODE_2));
        assertThat(answer(leases.release(first))).isFalse();
    }
}
