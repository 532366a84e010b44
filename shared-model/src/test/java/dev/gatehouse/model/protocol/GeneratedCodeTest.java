package dev.gatehouse.model.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import com.google.protobuf.TextFormat;
import gatehouse.v1.Gatehouse;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Reads the golden frames with code that protoc generated from docs/protocol/gatehouse.proto, as a client in another
/// language would, and compares what it sees with the text that is checked in beside them.
class GeneratedCodeTest {

    private static final GoldenFiles CLIENT = new GoldenFiles("client");
    private static final GoldenFiles SERVER = new GoldenFiles("server");

    static Stream<String> clientFrames() {
        return CLIENT.names(".hex").stream();
    }

    static Stream<String> serverFrames() {
        return SERVER.names(".hex").stream();
    }

    @ParameterizedTest
    @MethodSource("clientFrames")
    void readsAndWritesWhatAClientSays(String name) throws InvalidProtocolBufferException {
        compare(CLIENT, name, Gatehouse.ClientFrame.parser());
    }

    @ParameterizedTest
    @MethodSource("serverFrames")
    void readsAndWritesWhatAClientHears(String name) throws InvalidProtocolBufferException {
        compare(SERVER, name, Gatehouse.ServerFrame.parser());
    }

    @Test
    void keepsNoTextThatNoTestReads() {
        assertThat(CLIENT.names(".txtpb")).isEqualTo(CLIENT.names(".hex"));
        assertThat(SERVER.names(".txtpb")).isEqualTo(SERVER.names(".hex"));
    }

    private static void compare(GoldenFiles files, String name, Parser<? extends Message> parser)
            throws InvalidProtocolBufferException {
        byte[] bytes = HexFormat.of().parseHex(files.read(name + ".hex"));

        var read = parser.parseFrom(bytes);

        var text = TextFormat.printer().printToString(read).stripTrailing();
        assertThat(text).isEqualTo(files.read(name + ".txtpb", text));
        assertThat(unknownFields(read)).isEmpty();
        assertThat(read.toByteArray()).isEqualTo(bytes);
    }

    private static List<String> unknownFields(Message message) {
        var here = message.getUnknownFields().asMap().keySet().stream()
                .map(number -> message.getDescriptorForType().getFullName() + "." + number);
        var inside = message.getAllFields().values().stream()
                .flatMap(value -> value instanceof List<?> values ? values.stream() : Stream.of(value))
                .filter(Message.class::isInstance)
                .flatMap(value -> unknownFields((Message) value).stream());
        return Stream.concat(here, inside).toList();
    }
}
