package dev.gatehouse.model.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.partner.PoolOrder.Allocate;
import dev.gatehouse.model.partner.PoolOrder.Describe;
import dev.gatehouse.model.partner.PoolOrder.Heard;
import dev.gatehouse.model.partner.PoolOrder.Release;
import dev.gatehouse.model.partner.PoolServerMessage.Answer;
import dev.gatehouse.model.partner.PoolServerMessage.Ended;
import dev.gatehouse.model.partner.PoolServerMessage.Join;
import dev.gatehouse.model.partner.PoolServerMessage.Outcome;
import dev.gatehouse.model.partner.PoolServerMessage.Report;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoolMessagesTest {

    private static final ServerId SERVER = new ServerId("gs-1");
    private static final InstanceId INSTANCE = new InstanceId("gi-1");
    private static final JsonCodec<PoolServerMessage> MESSAGE = JsonCodec.of(PoolServerMessage.class);
    private static final JsonCodec<PoolOrder> ORDER = JsonCodec.of(PoolOrder.class);

    private static final Map<String, PoolServerMessage> MESSAGES = Map.of(
            "{\"type\":\"join\",\"id\":\"1\",\"name\":\"box-1\",\"run\":\"r1\",\"places\":8,"
                    + "\"servers\":[{\"serverId\":\"gs-1\",\"instanceId\":\"gi-1\"}]}",
            new Join("1", "box-1", "r1", 8, List.of(new PooledServer(SERVER, INSTANCE))),
            "{\"type\":\"report\",\"id\":\"2\",\"places\":0,\"servers\":[]}",
            new Report("2", 0, List.of()),
            "{\"type\":\"answer\",\"id\":\"a\",\"outcome\":\"running\"}",
            new Answer("a", Outcome.RUNNING),
            "{\"type\":\"ended\",\"serverId\":\"gs-1\",\"instanceId\":\"gi-1\",\"why\":\"it crashed\"}",
            new Ended(SERVER, INSTANCE, "it crashed"));

    private static final Map<String, PoolOrder> ORDERS = Map.of(
            "{\"type\":\"heard\",\"id\":\"1\",\"reportMillis\":5000,\"misses\":3}",
            new Heard("1", 5_000, 3),
            "{\"type\":\"allocate\",\"id\":\"a\",\"serverId\":\"gs-1\",\"instanceId\":\"gi-1\","
                    + "\"partnerUrl\":\"ws://h:1\",\"socialToken\":\"a.b.c\",\"gameToken\":\"d.e.f\"}",
            new Allocate("a", SERVER, INSTANCE, "ws://h:1", "a.b.c", "d.e.f"),
            "{\"type\":\"describe\",\"id\":\"a\",\"serverId\":\"gs-1\",\"instanceId\":\"gi-1\"}",
            new Describe("a", SERVER, INSTANCE),
            "{\"type\":\"release\",\"id\":\"a\",\"serverId\":\"gs-1\"}",
            new Release("a", SERVER));

    @Test
    void hasAnExampleOfEverything() {
        assertThat(MESSAGES.values().stream().map(Object::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(PoolServerMessage.class.getPermittedSubclasses());
        assertThat(ORDERS.values().stream().map(Object::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(PoolOrder.class.getPermittedSubclasses());
    }

    @Test
    void writesAndReadsEverythingAsInItsExample() throws Exception {
        for (var example : MESSAGES.entrySet()) {
            assertThat(MESSAGE.encode(example.getValue())).isEqualTo(example.getKey());
            assertThat(MESSAGE.decode(example.getKey())).isEqualTo(example.getValue());
        }
        for (var example : ORDERS.entrySet()) {
            assertThat(ORDER.encode(example.getValue())).isEqualTo(example.getKey());
            assertThat(ORDER.decode(example.getKey())).isEqualTo(example.getValue());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"join\",\"id\":\"1\",\"name\":\"a/b\",\"run\":\"r\",\"places\":1,\"servers\":[]}",
                "{\"type\":\"join\",\"id\":\"1\",\"name\":\"a\",\"run\":\"\",\"places\":1,\"servers\":[]}",
                "{\"type\":\"join\",\"id\":\"1\",\"name\":\"a\",\"run\":\"r\",\"places\":1001,\"servers\":[]}",
                "{\"type\":\"report\",\"id\":\"\",\"places\":1,\"servers\":[]}",
                "{\"type\":\"report\",\"id\":\"1\",\"places\":-1,\"servers\":[]}",
                "{\"type\":\"report\",\"id\":\"1\",\"places\":1,\"servers\":["
                        + "{\"serverId\":\"gs-1\",\"instanceId\":\"gi-1\"},"
                        + "{\"serverId\":\"gs-1\",\"instanceId\":\"gi-2\"}]}",
                "{\"type\":\"answer\",\"id\":\"1\",\"outcome\":\"perhaps\"}",
                "{\"type\":\"ended\",\"serverId\":\"gs-1\",\"instanceId\":\"gi-1\",\"why\":\"\"}"
            })
    void refusesWhatIsOutOfBounds(String message) {
        assertThatThrownBy(() -> MESSAGE.decode(message)).isInstanceOf(DecodeException.class);
    }

    @Test
    void showsNoTokenInALog() {
        assertThat(new Allocate("a", SERVER, INSTANCE, "ws://h:1", "social", "game"))
                .hasToString("Allocate[id=a, serverId=gs-1, instanceId=gi-1]");
    }
}
