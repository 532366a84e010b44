package dev.gatehouse.model.codec.checksum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.codec.proto.ProtoCodec;
import dev.gatehouse.model.codec.storage.StorableModel;
import dev.gatehouse.model.collection.ChunkedMap;
import dev.gatehouse.model.collection.ChunkedSet;
import dev.gatehouse.model.schema.Member;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pcollections.PSortedMap;
import org.pcollections.PSortedSet;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/// Sorted maps and sets are hashed over all of their entries, whatever is kept of the versions before.
class ChecksumOfSortedTest {

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isThatOfAllEntriesAfterAnyChanges(long seed) throws Exception {
        var random = new SplittableRandom(seed);
        var proto = ProtoCodec.of(Port.class);
        var json = JsonCodec.of(Port.class);
        var port = new Port(TreePMap.empty(), TreePSet.empty());
        var tree = ChecksumTree.of(port);
        for (int step = 0; step < 60; step++) {
            var before = port;
            port = before.changed(random);
            tree = tree.update(port);

            assertThat(tree.hex()).as("step %d", step).isEqualTo(flat(port));
            assertThat(tree.model()).isEqualTo(port);
            StorableModel.of(Port.class).check(before, port);
            // Goes on with what is read again, with the form in which it was hashed, or with its own.
            port = switch (random.nextInt(20)) {
                case 0 -> proto.decode(proto.encode(port));
                case 1 -> json.decode(json.encode(port));
                case 2, 3, 4 -> tree.model();
                default -> port;
            };
        }
    }

    private static String flat(Port port) {
        var stock = new ArrayList<byte[]>();
        port.stock()
                .forEach((name, count) -> stock.add(numbered(
                        1,
                        leaf(out -> {
                            out.writeUInt32NoTag(name.length());
                            out.writeRawBytes(name.getBytes(StandardCharsets.US_ASCII));
                        }),
                        2,
                        leaf(out -> out.writeInt32NoTag(count)))));
        var days = port.days().stream()
                .map(day -> leaf(out -> out.writeInt32NoTag(day)))
                .toList();
        return HexFormat.of()
                .toHexDigits(hash(numbered(
                        1,
                        collection(
                                stock.stream().map(ChecksumOfSortedTest::hash).toList()),
                        2,
                        collection(days))));
    }

    private interface Written {
        void to(CodedOutputStream out) throws IOException;
    }

    private static long leaf(Written value) {
        var bytes = ByteString.newOutput();
        var out = CodedOutputStream.newInstance(bytes);
        try {
            value.to(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hash(bytes.toByteString().toByteArray());
    }

    private static long collection(List<Long> hashes) {
        var numbers = new long[2 * hashes.size()];
        for (int i = 0; i < hashes.size(); i++) {
            numbers[2 * i] = i;
            numbers[2 * i + 1] = hashes.get(i);
        }
        return hash(numbered(numbers));
    }

    private static byte[] numbered(long... numbers) {
        var bytes = ByteBuffer.allocate(Long.BYTES * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(numbers);
        return bytes.array();
    }

    private static long hash(byte[] bytes) {
        return XxHash64.hash(bytes, bytes.length);
    }

    record Port(
            @Member(1) PSortedMap<String, Integer> stock,
            @Member(2) PSortedSet<Integer> days) {

        Port changed(SplittableRandom random) {
            var nextStock = stock;
            var nextDays = days;
            for (int i = random.nextInt(1, 30); i > 0; i--) {
                var name = "item" + random.nextInt(300);
                nextStock = random.nextInt(3) == 0 ? nextStock.minus(name) : nextStock.plus(name, random.nextInt());
                int day = random.nextInt(-150, 150);
                nextDays = random.nextInt(3) == 0 ? nextDays.minus(day) : nextDays.plus(day);
            }
            return new Port(nextStock, nextDays);
        }
    }

    @Test
    void refusesWhatCameInAnOrderOfItsOwn() {
        var port = new Port(ChunkedMap.empty(), ChunkedSet.from(List.of(1, 2, 3)));
        for (var next : List.of(
                new Port(
                        ChunkedMap.ascending(Comparator.naturalOrder(), List.of("b", "a"), List.of(1, 2)), port.days()),
                new Port(port.stock(), ChunkedSet.ascending(Comparator.naturalOrder(), List.of(1, 4, 2))))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ChecksumTree.of(port).update(next));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> StorableModel.of(Port.class).check(port, next));
        }
    }
}
