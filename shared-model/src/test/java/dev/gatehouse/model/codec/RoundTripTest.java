package dev.gatehouse.model.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.Arena.Envelope;
import dev.gatehouse.model.codec.Arena.Order;
import dev.gatehouse.model.codec.Arena.Point;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.codec.proto.ProtoCodec;
import dev.gatehouse.model.schema.Encoded;
import java.nio.charset.StandardCharsets;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void comesBackFromJsonAsItWas(long seed) throws Exception {
        var arena = new ArenaValues(seed).arena();
        var codec = JsonCodec.of(Arena.class);

        var text = codec.encode(arena);

        assertThat(codec.decode(text)).isEqualTo(arena);
        assertThat(codec.decode(codec.encodeToUtf8(arena))).isEqualTo(arena);
        assertThat(new String(codec.encodeToUtf8(arena), StandardCharsets.UTF_8))
                .isEqualTo(text);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void comesBackFromProtobufAsItWas(long seed) throws Exception {
        var arena = new ArenaValues(seed).arena();
        var codec = ProtoCodec.of(Arena.class);

        var bytes = codec.encode(arena);

        assertThat(codec.decode(bytes)).isEqualTo(arena);
        assertThat(codec.decode(codec.encodeToByteString(arena))).isEqualTo(arena);
        assertThat(codec.encode(codec.decode(bytes))).isEqualTo(bytes);
    }

    @Test
    void bringsAnEnvelopeBackWithItsUnion() throws Exception {
        var inJson = new Envelope(7L, null, new Order.Go(new Point(1, 2), null, new Encoded.Json("{\"a\":1}")));
        var inProto = new Envelope(
                null, 0L, new Order.Go(new Point(1, 2), "why", new Encoded.Proto(ByteString.copyFromUtf8("any"))));

        assertThat(JsonCodec.of(Envelope.class)
                        .decode(JsonCodec.of(Envelope.class).encode(inJson)))
                .isEqualTo(inJson);
        assertThat(ProtoCodec.of(Envelope.class)
                        .decode(ProtoCodec.of(Envelope.class).encode(inProto)))
                .isEqualTo(inProto);
    }

    @Test
    void keepsFromClientsWhatIsTheServersOnly() throws Exception {
        var hidden = new Arena(
                ArenaValues.PLAIN.numbers(),
                ArenaValues.PLAIN.texts(),
                ArenaValues.PLAIN.optionals(),
                ArenaValues.PLAIN.lists(),
                ArenaValues.PLAIN.maps(),
                ArenaValues.PLAIN.shape(),
                ArenaValues.PLAIN.box(),
                ArenaValues.PLAIN.note(),
                0);
        var json = JsonCodec.of(Arena.class);
        var proto = ProtoCodec.of(Arena.class);
        var all = json.encode(ArenaValues.PLAIN);

        var told = json.withAudience(Audience.CLIENT).encode(ArenaValues.PLAIN);

        assertThat(all).contains("\"suspicion\":9");
        assertThat(told).doesNotContain("suspicion");
        assertThat(proto.decode(proto.withAudience(Audience.CLIENT).encode(ArenaValues.PLAIN)))
                .isEqualTo(hidden);
        assertThat(json.withAudience(Audience.CLIENT).decode(all)).isEqualTo(hidden);
        assertThat(proto.withAudience(Audience.CLIENT).decode(proto.encode(ArenaValues.PLAIN)))
                .isEqualTo(hidden);
    }
}
