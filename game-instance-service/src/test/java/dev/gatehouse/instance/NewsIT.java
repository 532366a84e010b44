package dev.gatehouse.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.instance.SessionServiceStandIn.Fault;
import dev.gatehouse.instance.life.Creation;
import dev.gatehouse.instance.life.CreationKey;
import dev.gatehouse.instance.life.Creator;
import dev.gatehouse.instance.life.Deadlines;
import dev.gatehouse.instance.life.InstanceLife;
import dev.gatehouse.instance.life.InstanceStore;
import dev.gatehouse.instance.life.LifeEvent;
import dev.gatehouse.instance.life.LifeEvent.EndRequested;
import dev.gatehouse.instance.life.LifeEvent.PlayersAdded;
import dev.gatehouse.instance.life.LifeEvent.PlayersRemoved;
import dev.gatehouse.instance.life.UnsettledCreations;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.partner.InstancePlayer;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.registry.instance.AllocatedServer;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.PairIds;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What players must hear of their instances, where somebody fails between the change and its being heard.
class NewsIT {

    @RegisterExtension
    static final SharedService SHARED = new SharedService();

    private final ServiceUnderTest service = SHARED.get();
    private final RunningGames games = new RunningGames(service);

    @Test
    @DisplayName(
            "whatever a player must hear is told again where nobody took it, or the answer was lost; then it rests")
    void tellsAgainWhatNobodyIsKnownToHaveHeard() throws Exception {
        service.sessions().failOnceForEachKind("rose", Fault.REFUSED);
        service.sessions().failOnceForEachKind("lily", Fault.ANSWER_LOST);
        service.sessions().failOnceForEachKind("rosa", Fault.REFUSED);
        service.sessions().failOnceForEachKind("lila", Fault.ANSWER_LOST);
        var id = service.call("", creationFor("rose", "lily", "rosa", "lila"), 201)
                .get("id")
                .stringValue();
        service.awaitState(id, "running");
        soon().until(() -> areTwice(id, "added") && areTwice(id, "host-details"));

        service.call("/" + id + "/data", "{\"shared\":{\"round\":2}}", 200);
        service.delete("/" + id + "/players/rosa");
        service.delete("/" + id + "/players/lila");
        soon().until(() -> isTwice(id, "rose updated")
                && isTwice(id, "lily updated")
                && isTwice(id, "rosa removed")
                && isTwice(id, "lila removed"));

        service.call("/" + id + "/end", "{}", 200);
        soon().until(() -> isTwice(id, "rose ended") && isTwice(id, "lily ended"));
        soon().until(() -> isSettled(id));
        assertThat(service.sessions().news(id))
                .filteredOn(news -> !news.endsWith(" updated"))
                .hasSize(24);
    }

    @Test
    @DisplayName("what a node has stored and told nobody of before it died, another one tells")
    void tellsWhatANodeThatDiedHadToTell() throws Exception {
        var running = games.run("orphaned");
        var id = running.get("id").stringValue();
        try (var server = RunningGames.door(running)) {
            // It would take those who come, who then hear where to go.
            games.unlink(server, id);
        }

        byADyingNode(id, new PlayersAdded(List.of(new InstancePlayer(new PlayerId("dave"), 1))));
        byADyingNode(id, new PlayersRemoved(List.of(new PlayerId("carol"))));

        soon().until(() -> service.sessions().news(id).containsAll(List.of("dave added", "carol removed")));
        byADyingNode(id, new EndRequested("done"));
        soon().until(() -> service.sessions().news(id).contains("dave ended"));
        soon().until(() -> isSettled(id));
        assertThat(service.sessions().news(id)).doesNotContain("carol ended");
    }

    @Test
    @DisplayName("a node that dies once it has stored an instance: its players hear `added` from another one")
    void tellsThePlayersOfAnInstanceWhoseNodeDied() {
        var wish = new Creation(
                new GameId("goldrush"),
                CreationKey.ofGame("orphaned-at-once"),
                "local-process",
                null,
                List.of(new InstancePlayer(new PlayerId("erin"), 0)),
                JsonText.EMPTY_OBJECT,
                JsonText.EMPTY_OBJECT);
        var server = AllocatedServer.asked(new ServerId("gs-never"), new NodeId("dead"), new PairIds("g", "s"));
        var store = service.bean(InstanceStore.class);
        var dying = new Creator(
                store,
                service.bean(Deadlines.class),
                service.bean(InstantSource.class),
                () -> server,
                _ -> () -> {},
                new UnsettledCreations(store));

        var created = dying.create(wish);

        assertThat(created).isInstanceOfSatisfying(Creator.Result.Created.class, made -> {
            var id = made.instance().id().value();
            soon().until(() -> service.sessions().news(id).contains("erin added"));
        });
    }

    @Test
    @DisplayName("3.4 (7): a server hears of players, and can take them, while nobody reaches them to tell them")
    void showsTheServerPlayersWhoAreNotReached() throws Exception {
        var running = games.run("not-reached");
        var id = running.get("id").stringValue();
        var reached = new CountDownLatch(1);
        service.sessions().holdNews(reached);
        try (var server = RunningGames.door(running)) {
            var adding = Thread.ofVirtual().start(() -> add(id, "dave"));

            soon().until(() -> server.say("players").equals("carol dave"));
            soon().until(() ->
                    instance(id).seat(new PlayerId("dave")).orElseThrow().connected());

            assertThat(adding.isAlive()).isTrue();
            reached.countDown();
            adding.join();
            soon().until(() -> service.sessions().news(id).containsAll(List.of("dave added", "dave host-details")));
        } finally {
            reached.countDown();
        }
        service.call("/" + id + "/end", "{}", 200);
    }

    private void add(String id, String player) {
        try {
            service.call("/" + id + "/players", "{\"players\":[{\"playerId\":\"" + player + "\"}]}", 200);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /// It stores what it changes, and gets no further.
    private void byADyingNode(String id, LifeEvent event) {
        assertThat(games.anotherNode().apply(new InstanceId(id), event)).isInstanceOf(InstanceLife.Result.Done.class);
    }

    private boolean areTwice(String id, String event) {
        return Stream.of("rose", "lily", "rosa", "lila").allMatch(player -> isTwice(id, player + " " + event));
    }

    private boolean isTwice(String id, String news) {
        return service.sessions().news(id).stream().filter(news::equals).count() == 2;
    }

    private InstanceRecord instance(String id) {
        return service.bean(InstanceStore.class)
                .load(new InstanceId(id))
                .orElseThrow()
                .instance();
    }

    private boolean isSettled(String id) {
        return instance(id).released() && instance(id).owed().isEmpty();
    }

    private static String creationFor(String... players) {
        var seats = Stream.of(players).map("{\"playerId\":\"%s\"}"::formatted).toList();
        return "{\"gameId\":\"goldrush\",\"idempotencyKey\":\"faulty\",\"players\":" + seats + "}";
    }

    private static ConditionFactory soon() {
        return await().atMost(ServiceUnderTest.SOON);
    }
}
