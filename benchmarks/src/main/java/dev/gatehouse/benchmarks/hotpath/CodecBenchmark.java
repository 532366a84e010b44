package dev.gatehouse.benchmarks.hotpath;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.proto.ProtoCodec;
import gatehouse.benchmarks.EstateOuterClass;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Our codec beside what protoc generates from the exported `.proto`, on the same bytes of about 10 KB. The two do not
/// do quite the same: ours hands out persistent collections and checks the model's own rules.
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(1)
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

    /// A message that was never encoded, for each time: made outside of what is measured, as samples are taken
    /// of single calls.
    @State(Scope.Thread)
    public static class Fresh {

        private final byte[] bytes = ProtoCodec.of(Estate.class).encode(Estates.of10Kilobytes());
        private EstateOuterClass.Estate message = generated(bytes);

        @Setup(Level.Invocation)
        public void parse() {
            message = generated(bytes);
        }
    }

    @Benchmark
    public byte[] encodeGenerated(Fresh fresh) {
        return fresh.message.toByteArray();
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
