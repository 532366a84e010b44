package dev.gatehouse.model.codec.proto;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.Arena;
import dev.gatehouse.model.codec.Arena.Envelope;
import dev.gatehouse.model.codec.Arena.Order;
import dev.gatehouse.model.codec.Arena.Point;
import dev.gatehouse.model.codec.ArenaValues;
import dev.gatehouse.model.codec.Audience;
import dev.gatehouse.model.schema.Encoded;
import gatehouse.test.ArenaOuterClass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Our bytes against code that protoc generates from the exported `.proto`.
class ProtoInteropTest {

    static LongStream seeds() {
        return LongStream.range(1000, 1200);
    }

    @Test
    void exportsWhatIsCheckedIn() throws Exception {
        var checkedIn = Files.readString(Path.of("src/test/proto/arena.proto"));

        assertThat(ProtoSchema.export("gatehouse.test", Arena.class, Envelope.class))
                .isEqualTo(checkedIn);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void readsWhatGeneratedCodeWritesAndTheOtherWayRound(long seed) throws Exception {
        var arena = new ArenaValues(seed).arena();
        var codec = ProtoCodec.of(Arena.class).withAudience(Audience.CLIENT);

        var theirs = ArenaOuterClass.Arena.parseFrom(codec.encode(arena));

        assertThat(theirs.getUnknownFields().asMap()).isEmpty();
        assertThat(codec.decode(theirs.toByteArray())).isEqualTo(codec.decode(codec.encode(arena)));
        assertThat(theirs.getSerializedSize()).isEqualTo(codec.encode(arena).length);
    }

    @Test
    void meansTheSameByEveryMember() throws Exception {
        var theirs = ArenaOuterClass.Arena.parseFrom(ProtoCodec.of(Arena.class).encode(ArenaValues.PLAIN));

        assertThat(theirs.getNumbers().getSmall()).isEqualTo(1);
        assertThat(theirs.getNumbers().getBig()).isEqualTo(2);
        assertThat(theirs.getNumbers().getFlag()).isTrue();
        assertThat(theirs.getNumbers().getReal()).isEqualTo(0.5);
        assertThat(theirs.getNumbers().getHalf()).isEqualTo(0.25f);
        assertThat(theirs.getNumbers().getLasting()).isEqualTo(3);
        assertThat(theirs.getNumbers().getSince()).isEqualTo(4);
        assertThat(theirs.getNumbers().getColor()).isEqualTo(ArenaOuterClass.Arena.Color.COLOR_SKY_BLUE);
        assertThat(theirs.getNumbers().getExact()).isEqualTo(-5L << 31);
        assertThat(theirs.getTexts().getBytes()).isEqualTo(ByteString.copyFromUtf8("bytes"));
        assertThat(theirs.getTexts().getItem()).isEqualTo("sword");
        assertThat(theirs.getTexts().getLevel()).isEqualTo(7);
        assertThat(theirs.getOptionals().hasSmall()).isFalse();
        assertThat(theirs.getLists().getNumbersList()).containsExactly(1, 2);
        assertThat(theirs.getMaps().getCountsMap()).containsExactly(Map.entry("gold", 5));
        assertThat(theirs.getShape().hasUnitSquare()).isTrue();
    }

    @Test
    void putsTheEnvelopeBesideTheUnion() throws Exception {
        var envelope = new Envelope(7L, null, new Order.Go(new Point(1, 2), null, new Encoded.Proto(ByteString.EMPTY)));

        var theirs = ArenaOuterClass.Arena.Envelope.parseFrom(
                ProtoCodec.of(Envelope.class).encode(envelope));

        assertThat(theirs.getSeq()).isEqualTo(7);
        assertThat(theirs.hasAck()).isFalse();
        assertThat(theirs.getOrderCase()).isEqualTo(ArenaOuterClass.Arena.Envelope.OrderCase.GO);
        assertThat(theirs.getGo().getTo().getY()).isEqualTo(2);
        assertThat(ProtoCodec.of(Envelope.class).decode(theirs.toByteArray())).isEqualTo(envelope);
    }
}
