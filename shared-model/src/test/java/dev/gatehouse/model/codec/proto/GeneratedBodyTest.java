package dev.gatehouse.model.codec.proto;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import dev.gatehouse.model.schema.Member;
import org.junit.jupiter.api.Test;

class GeneratedBodyTest {

    record Nothing() {}

    /// Not in the order of their numbers, and the highest that there is.
    record Scattered(
            @Member(536_870_911) int last,
            @Member(70) String middle,
            @Member(1) long first,
            @Member(9) Nothing inner) {}

    @Test
    void writesPlacesInTheOrderOfTheirDeclaration() throws Exception {
        var codec = ProtoCodec.of(Scattered.class);
        var expected = ByteString.newOutput();
        var out = CodedOutputStream.newInstance(expected);
        out.writeInt32(536_870_911, -1);
        out.writeString(70, "é");
        out.writeInt64(1, 300);
        out.writeByteArray(9, new byte[0]);
        out.flush();

        assertThat(codec.encodeToByteString(new Scattered(-1, "é", 300, new Nothing())))
                .isEqualTo(expected.toByteString());
    }

    @Test
    void readsThemInAnyOrderTheLastOneOfEachAndPassesOthers() throws Exception {
        var bytes = ByteString.newOutput();
        var out = CodedOutputStream.newInstance(bytes);
        out.writeString(71, "unknown");
        out.writeInt64(1, 7);
        out.writeByteArray(9, new byte[0]);
        out.writeString(70, "é");
        out.writeInt32(536_870_911, -1);
        out.writeInt64(1, 300);
        out.flush();

        assertThat(ProtoCodec.of(Scattered.class).decode(bytes.toByteString()))
                .isEqualTo(new Scattered(-1, "é", 300, new Nothing()));
    }

    @Test
    void needsNoPlaceAtAll() throws Exception {
        var codec = ProtoCodec.of(Nothing.class);

        assertThat(codec.encode(new Nothing())).isEmpty();
        assertThat(codec.decode(new byte[] {8, 1})).isEqualTo(new Nothing());
    }
}
