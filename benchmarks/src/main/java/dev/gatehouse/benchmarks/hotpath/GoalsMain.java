package dev.gatehouse.benchmarks.hotpath;

import dev.gatehouse.benchmarks.hotpath.Goal.Share;
import dev.gatehouse.benchmarks.hotpath.Goal.Time;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// The command: `GoalsMain`. Runs what the goals compare, says how each came out, and ends with 0 if all hold, 1 if
/// not. Takes about nine minutes. Each benchmark runs in five JVMs of its own, because one JVM may compile the
/// same code worse than another; what is judged is the slowest of them.
public final class GoalsMain {

    private static final String ENCODE = "CodecBenchmark.encodeOurs";
    private static final String FROM_NOTHING = "ChecksumBenchmark.fromNothing";
    private static final String MAP_FROM_NOTHING = "ChecksumBenchmark.mapFromNothing";
    private static final double HALF_AS_LONG_AGAIN = 1.5;
    private static final double FIFTIETH = 1.0 / 50;
    private static final double TWO_MICROSECONDS = 2;

    private static final int MISSED = 1;
    private static final int JVMS = 5;
    private static final int WARMUPS = 3;
    private static final int MEASUREMENTS = 2;
    private static final TimeValue ITERATION = TimeValue.seconds(1);

    static final List<Goal> GOALS = List.of(
            new Share(ENCODE, "CodecBenchmark.encodeGenerated", HALF_AS_LONG_AGAIN),
            new Share(ENCODE, "CodecBenchmark.encodeGeneratedAgain", HALF_AS_LONG_AGAIN),
            new Share("CodecBenchmark.decodeOurs", "CodecBenchmark.decodeGenerated", HALF_AS_LONG_AGAIN),
            new Share("ChecksumBenchmark.afterANumberChanged", FROM_NOTHING, FIFTIETH),
            new Share("ChecksumBenchmark.afterARecordInAListChanged", FROM_NOTHING, FIFTIETH),
            new Share("ChecksumBenchmark.afterARecordLeftAList", FROM_NOTHING, FIFTIETH),
            new Share("ChecksumBenchmark.afterARecordInATreeVectorChanged", FROM_NOTHING, FIFTIETH),
            new Share("ChecksumBenchmark.afterARecordInAPlainListChanged", FROM_NOTHING, FIFTIETH),
            new Share("ChecksumBenchmark.afterARecordInAMapChanged", MAP_FROM_NOTHING, FIFTIETH),
            new Share("ChecksumBenchmark.afterARecordInATreeMapChanged", MAP_FROM_NOTHING, FIFTIETH),
            new Share("ChecksumBenchmark.checkOfARecordInAMapChanged", MAP_FROM_NOTHING, FIFTIETH),
            new Time("ReplayBenchmark.replayProto", TWO_MICROSECONDS),
            new Time("ReplayBenchmark.replayProtoAndCompare", TWO_MICROSECONDS),
            new Time("ReplayBenchmark.replayJson", TWO_MICROSECONDS));

    public static void main(String[] arguments) throws RunnerException {
        System.out.println("goals: about nine minutes");
        var readings = run();
        var verdicts = GOALS.stream().map(goal -> goal.judge(readings)).toList();
        verdicts.forEach(System.out::println);
        System.exit(verdicts.stream().allMatch(Goal.Verdict::holds) ? 0 : MISSED);
    }

    private static Readings run() throws RunnerException {
        var options = new OptionsBuilder()
                .mode(Mode.SampleTime)
                .timeUnit(TimeUnit.MICROSECONDS)
                .forks(JVMS)
                .warmupIterations(WARMUPS)
                .warmupTime(ITERATION)
                .measurementIterations(MEASUREMENTS)
                .measurementTime(ITERATION)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        GOALS.stream()
                .flatMap(Goal::benchmarks)
                .distinct()
                .forEach(name -> options.include("\\." + name.replace(".", "\\.") + "$"));
        return Readings.of(new Runner(options.build()).run());
    }

    private GoalsMain() {}
}
