package dev.gatehouse.model.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.codec.DecodeException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Compares every message, in both encodings and both directions, with the examples that are checked in.
class FrameCodecTest {

    private static final FrameCodec JSON = FrameCodec.of(Encoding.JSON);
    private static final FrameCodec PROTO = FrameCodec.of(Encoding.PROTO);
    private static final GoldenFiles CLIENT = new GoldenFiles("client");
    private static final GoldenFiles SERVER = new GoldenFiles("server");

    static Stream<Map.Entry<String, ClientFrame>> clientJson() {
        return ClientExamples.in(Encoding.JSON).entrySet().stream();
    }

    static Stream<Map.Entry<String, ClientFrame>> clientProto() {
        return ClientExamples.in(Encoding.PROTO).entrySet().stream();
    }

    static Stream<Map.Entry<String, ServerFrame>> serverJson() {
        return ServerExamples.in(Encoding.JSON).entrySet().stream();
    }

    static Stream<Map.Entry<String, ServerFrame>> serverProto() {
        return ServerExamples.in(Encoding.PROTO).entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("clientJson")
    void speaksForClientsInJson(Map.Entry<String, ClientFrame> example) throws DecodeException {
        var text = JSON.encode(example.getValue()).toStringUtf8();

        var golden = CLIENT.read(example.getKey() + ".json", text);

        assertThat(text).isEqualTo(golden);
        assertThat(JSON.decodeClient(golden.getBytes(StandardCharsets.UTF_8))).isEqualTo(example.getValue());
    }

    @ParameterizedTest
    @MethodSource("clientProto")
    void speaksForClientsInProtobuf(Map.Entry<String, ClientFrame> example) throws DecodeException {
        var hex = HexFormat.of().formatHex(PROTO.encode(example.getValue()).toByteArray());

        var golden = CLIENT.read(example.getKey() + ".hex", hex);

        assertThat(hex).isEqualTo(golden);
        assertThat(PROTO.decodeClient(HexFormat.of().parseHex(golden))).isEqualTo(example.getValue());
    }

    @ParameterizedTest
    @MethodSource("serverJson")
    void speaksForServersInJson(Map.Entry<String, ServerFrame> example) throws DecodeException {
        var text = JSON.encode(example.getValue()).toStringUtf8();

        var golden = SERVER.read(example.getKey() + ".json", text);

        assertThat(text).isEqualTo(golden);
        assertThat(JSON.decodeServer(golden.getBytes(StandardCharsets.UTF_8))).isEqualTo(example.getValue());
    }

    @ParameterizedTest
    @MethodSource("serverProto")
    void speaksForServersInProtobuf(Map.Entry<String, ServerFrame> example) throws DecodeException {
        var hex = HexFormat.of().formatHex(PROTO.encode(example.getValue()).toByteArray());

        var golden = SERVER.read(example.getKey() + ".hex", hex);

        assertThat(hex).isEqualTo(golden);
        assertThat(PROTO.decodeServer(HexFormat.of().parseHex(golden))).isEqualTo(example.getValue());
    }

    @Test
    void showsNoSecretInItsText() {
        var frames = Stream.concat(clientJson(), serverJson()).map(Map.Entry::getValue);

        assertThat(frames.map(Object::toString)).noneMatch(text -> text.matches(".*(eyJ|resume-\\d|device-).*"));
    }

    @Test
    void hasAnExampleOfEveryMessage() {
        assertThat(messagesIn(CLIENT.names(".json"))).isEqualTo(Set.copyOf(Messages.namesOf(ClientMessage.class)));
        assertThat(messagesIn(CLIENT.names(".hex"))).isEqualTo(Set.copyOf(Messages.namesOf(ClientMessage.class)));
        assertThat(messagesIn(SERVER.names(".json"))).isEqualTo(Set.copyOf(Messages.namesOf(ServerMessage.class)));
        assertThat(messagesIn(SERVER.names(".hex"))).isEqualTo(Set.copyOf(Messages.namesOf(ServerMessage.class)));
    }

    @Test
    void keepsNoExampleThatNoTestReads() {
        var client = ClientExamples.in(Encoding.JSON).keySet();
        var server = ServerExamples.in(Encoding.JSON).keySet();

        assertThat(CLIENT.names(".json")).isEqualTo(client);
        assertThat(CLIENT.names(".hex")).isEqualTo(client);
        assertThat(SERVER.names(".json")).isEqualTo(server);
        assertThat(SERVER.names(".hex")).isEqualTo(server);
    }

    @Test
    void namesItsExamplesAsTheMessagesInThem() throws DecodeException {
        for (var name : CLIENT.names(".json")) {
            var text = CLIENT.read(name + ".json");
            var message =
                    JSON.decodeClient(text.getBytes(StandardCharsets.UTF_8)).message();
            assertThat(messageOf(name)).isEqualTo(Messages.nameOf(message.getClass()));
        }
        for (var name : SERVER.names(".json")) {
            var text = SERVER.read(name + ".json");
            var message =
                    JSON.decodeServer(text.getBytes(StandardCharsets.UTF_8)).message();
            assertThat(messageOf(name)).isEqualTo(Messages.nameOf(message.getClass()));
        }
    }

    private static Set<String> messagesIn(Set<String> files) {
        return files.stream().map(FrameCodecTest::messageOf).collect(Collectors.toSet());
    }

    private static String messageOf(String file) {
        return file.replaceFirst("\\..*", "");
    }
}
