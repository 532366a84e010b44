package dev.gatehouse.benchmarks.hotpath;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.codec.checksum.ChecksumTree;
import dev.gatehouse.model.codec.proto.ProtoCodec;
import dev.gatehouse.model.codec.proto.ProtoSchema;
import gatehouse.benchmarks.EstateOuterClass;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EstatesTest {

    private static final ProtoCodec<Estate> CODEC = ProtoCodec.of(Estate.class);

    @Test
    void areAsLargeAsTheySay() {
        assertThat(CODEC.encode(Estates.of10Kilobytes()).length).isBetween(9_500, 10_500);
        assertThat(CODEC.encode(Estates.of100Kilobytes()).length).isBetween(95_000, 105_000);
    }

    @Test
    void areGeneratedFromTheSchemaThatOursExports() throws Exception {
        assertThat(Path.of("src/main/proto/estate.proto"))
                .hasContent(ProtoSchema.export("gatehouse.benchmarks", Estate.class));
    }

    @Test
    void areTheSameBytesInGeneratedCode() throws Exception {
        var estate = Estates.of10Kilobytes();
        var generated = EstateOuterClass.Estate.parseFrom(CODEC.encode(estate));

        assertThat(generated.getUnknownFields().asMap()).isEmpty();
        assertThat(generated.getSerializedSize()).isEqualTo(CODEC.encode(estate).length);
        assertThat(Generated.of(estate)).isEqualTo(generated);
        assertThat(Generated.toRecord(generated)).isEqualTo(estate);
        assertThat(CODEC.decode(generated.toByteArray())).isEqualTo(estate);
    }

    @Test
    void changeTheChecksumWithEachChange() {
        var estate = Estates.of100Kilobytes();
        var tree = ChecksumTree.of(estate);

        assertThat(tree.update(estate.withGold(1)).value())
                .isNotEqualTo(tree.value())
                .isEqualTo(ChecksumTree.of(estate.withGold(1)).value());
        assertThat(tree.update(estate.practised(7)).value())
                .isNotEqualTo(tree.value())
                .isEqualTo(ChecksumTree.of(estate.practised(7)).value());
    }
}
