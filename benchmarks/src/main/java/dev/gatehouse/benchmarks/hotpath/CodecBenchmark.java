package dev.gatehouse.benchmarks.hotpath;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.ProtoCodec;
import gatehouse.benchmarks.EstateOuterClass;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// Our codec beside what protoc generates from the exported `.proto`, on the same bytes of about 10 KB. The two do not
/// do quite the same: ours hands out persistent collections and checks the model's own rules.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class CodecBenchmark {

    private final ProtoCodec<Estate> codec = ProtoCodec.of(Estate.class);
    private final Estate estate = Estates.of10Kilobytes();
    private final byte[] bytes = codec.encode(estate);
    private final EstateOuterClass.Estate generated;

    public CodecBenchmark() {
        generated = generated(bytes);
    }

    @Benchmark
    public byte[] encodeOurs() {
        return codec.encode(estate);
    }

    /// A generated message remembers the sizes of what is inside it, so one that is encoded again without a change, as
    /// here, is only written.
    @Benchmark
    public byte[] encodeGeneratedAgain() {
        return generated.toByteArray();
    }

    /// Messages that were never encoded, as those of a model that has changed.
    @State(Scope.Thread)
    public static class Fresh {

        static final int COUNT = 64;

        private final byte[] bytes = ProtoCodec.of(Estate.class).encode(Estates.of10Kilobytes());
        private final EstateOuterClass.Estate[] messages = new EstateOuterClass.Estate[COUNT];

        @Setup(Level.Invocation)
        public void parse() {
            Arrays.setAll(messages, _ -> generated(bytes));
        }
    }

    @Benchmark
    @OperationsPerInvocation(Fresh.COUNT)
    public void encodeGenerated(Fresh fresh, Blackhole sink) {
        for (var message : fresh.messages) {
            sink.consume(message.toByteArray());
        }
    }

    /// From our record: what it would cost to keep records in the game and generated code on the wire.
    @Benchmark
    public byte[] encodeRecordByGenerated() {
        return Generated.of(estate).toByteArray();
    }

    @Benchmark
    public Estate decodeOurs() throws DecodeException {
        return codec.decode(bytes);
    }

    @Benchmark
    public EstateOuterClass.Estate decodeGenerated() {
        return generated(bytes);
    }

    /// To our record, as in [#encodeRecordByGenerated].
    @Benchmark
    public Estate decodeRecordByGenerated() {
        return Generated.toRecord(generated(bytes));
    }

    private static EstateOuterClass.Estate generated(byte[] bytes) {
        try {
            return EstateOuterClass.Estate.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("our own bytes cannot be read", e);
        }
    }
}
