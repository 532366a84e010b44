package dev.gatehouse.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.instance.life.Deadlines;
import dev.gatehouse.instance.life.InstanceLife;
import dev.gatehouse.instance.life.InstanceStore;
import dev.gatehouse.instance.life.NoEffects;
import dev.gatehouse.instance.life.Receipts;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.partner.GameServerRequest;
import dev.gatehouse.model.partner.GameServerRequest.Link;
import java.time.InstantSource;
import tools.jackson.databind.JsonNode;

/// Instances of a service that run, for tests that play their servers' part.
record RunningGames(ServiceUnderTest service) {

    static final JsonCodec<GameServerRequest> REQUEST = JsonCodec.of(GameServerRequest.class);

    /// Of carol, as the API says it.
    JsonNode run(String key) throws Exception {
        return service.awaitState(service.create(key, "carol").get("id").stringValue(), "running");
    }

    /// All that it has in common with the service is the registry, and it tells nobody anything.
    InstanceLife anotherNode() {
        var time = service.bean(InstantSource.class);
        return new InstanceLife(
                service.bean(InstanceStore.class),
                new NoEffects(),
                new Receipts(time),
                service.bean(Deadlines.class),
                time,
                Runnable::run);
    }

    static TestPlayer door(JsonNode running) throws Exception {
        return new TestPlayer(
                running.get("host").stringValue(), running.get("port").intValue());
    }

    /// Has the server leave its link, so that another one can take it.
    void unlink(TestPlayer server, String id) throws Exception {
        assertThat(server.say("unlink")).isEqualTo("unlinked");
        await().atMost(ServiceUnderTest.SOON)
                .until(() -> service.bean(InstanceStore.class)
                                .load(new InstanceId(id))
                                .orElseThrow()
                                .link()
                        == null);
    }

    /// What the server of an instance says to link again.
    static Link linkOf(JsonNode instance) {
        return new Link(
                "1",
                new InstanceId(instance.get("id").stringValue()),
                instance.get("host").stringValue(),
                instance.get("port").intValue(),
                TestGameServerMain.CAPACITY,
                null);
    }

    static String linkRequest(JsonNode instance) {
        return REQUEST.encode(linkOf(instance));
    }
}
