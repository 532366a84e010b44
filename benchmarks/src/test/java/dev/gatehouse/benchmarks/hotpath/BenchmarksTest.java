package dev.gatehouse.benchmarks.hotpath;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs every benchmark once, in this JVM. Measures nothing: it is here so that none of them rots.
class BenchmarksTest {

    @Test
    void runAllOnce() throws Exception {
        var once = new OptionsBuilder()
                .include("dev\\.gatehouse\\.benchmarks\\..*")
                .mode(Mode.SingleShotTime)
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();

        var readings = Readings.of(new Runner(once).run());

        assertThat(readings.byBenchmark())
                .containsOnlyKeys(
                        "ChecksumBenchmark.afterANumberChanged",
                        "ChecksumBenchmark.afterARecordInAListChanged",
                        "ChecksumBenchmark.afterARecordInAMapChanged",
                        "ChecksumBenchmark.afterARecordInAPlainListChanged",
                        "ChecksumBenchmark.afterARecordInATreeMapChanged",
                        "ChecksumBenchmark.afterARecordInATreeVectorChanged",
                        "ChecksumBenchmark.afterARecordLeftAList",
                        "ChecksumBenchmark.afterATreeMapWasPutIn",
                        "ChecksumBenchmark.afterATreeVectorWasPutIn",
                        "ChecksumBenchmark.checkOfARecordInAListChanged",
                        "ChecksumBenchmark.checkOfARecordInAMapChanged",
                        "ChecksumBenchmark.fromNothing",
                        "ChecksumBenchmark.mapFromNothing",
                        "CodecBenchmark.decodeGenerated",
                        "CodecBenchmark.decodeOurs",
                        "CodecBenchmark.decodeRecordByGenerated",
                        "CodecBenchmark.encodeGenerated",
                        "CodecBenchmark.encodeGeneratedAgain",
                        "CodecBenchmark.encodeOurs",
                        "CodecBenchmark.encodeRecordByGenerated",
                        "ReplayBenchmark.replayJson",
                        "ReplayBenchmark.replayProto",
                        "ReplayBenchmark.replayProtoAndCompare",
                        "ReplayBenchmark.run");
        assertThat(GoalsMain.GOALS.stream().flatMap(Goal::benchmarks))
                .isSubsetOf(readings.byBenchmark().keySet());
    }
}
