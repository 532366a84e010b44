package dev.gatehouse.benchmarks.hotpath;

import static java.util.Objects.requireNonNull;

import dev.gatehouse.model.codec.checksum.ChecksumTree;
import dev.gatehouse.model.codec.storage.StorableModel;
import dev.gatehouse.model.collection.ChunkedMap;
import dev.gatehouse.model.schema.Member;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/// The checksum of a model of about 100 KB: hashed from nothing, and after one change, as it is for every flush.
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(1)
public class ChecksumBenchmark {

    /// An estate of about the same size, with a list of the JDK.
    record Hamlet(
            @Member(1) PSortedMap<String, Integer> stores,
            @Member(2) List<Estate.Worker> workers) {}

    /// About the same size in one map.
    record Guild(@Member(1) PSortedMap<String, Estate.Worker> members) {

        static Guild of(List<Estate.Worker> workers) {
            PSortedMap<String, Estate.Worker> members = ChunkedMap.empty();
            for (var worker : workers) {
                members = members.plus("member-" + worker.id(), worker);
            }
            return new Guild(members);
        }

        Guild practised(String member) {
            return new Guild(
                    members.plus(member, requireNonNull(members.get(member)).practised()));
        }
    }

    private final Estate estate = Estates.of100Kilobytes();
    private final Estate richer = estate.withGold(1);
    private final Estate practised = estate.practised(estate.workers().size() / 2);
    private final Estate left =
            estate.withWorkers(estate.workers().minus(estate.workers().size() / 2));
    private final StorableModel storable = StorableModel.of(Estate.class);
    private final ChecksumTree<Estate> tree = ChecksumTree.of(estate);

    private final Hamlet hamlet = new Hamlet(estate.stores(), List.copyOf(estate.workers()));
    private final Hamlet hamletPractised = new Hamlet(estate.stores(), List.copyOf(practised.workers()));
    private final ChecksumTree<Hamlet> ofHamlet = ChecksumTree.of(hamlet);

    private final Estate inTreeVector =
            estate.withWorkers(TreePVector.from(estate.workers())).practised(0);
    private final ChecksumTree<Estate> ofTreeVector =
            ChecksumTree.of(estate.withWorkers(TreePVector.from(estate.workers())));
    private final Estate practisedInTreeVector =
            ofTreeVector.model().practised(estate.workers().size() / 2);

    private final Guild guild = Guild.of(estate.workers());
    private final String member =
            "member-" + estate.workers().get(estate.workers().size() / 2).id();
    private final Guild guildPractised = guild.practised(member);
    private final StorableModel storableGuild = StorableModel.of(Guild.class);
    private final ChecksumTree<Guild> ofGuild = ChecksumTree.of(guild);
    private final Guild inTreeMap = new Guild(TreePMap.from(guildPractised.members()));
    private final ChecksumTree<Guild> ofTreeMap = ChecksumTree.of(new Guild(TreePMap.from(guild.members())));
    private final Guild practisedInTreeMap = ofTreeMap.model().practised(member);

    @Benchmark
    public long fromNothing() {
        return ChecksumTree.of(estate).value();
    }

    /// One number of the model itself.
    @Benchmark
    public long afterANumberChanged() {
        return tree.update(richer).value();
    }

    /// One number of one of many records in a list, as the codec makes it.
    @Benchmark
    public long afterARecordInAListChanged() {
        return tree.update(practised).value();
    }

    /// As that one is checked before it counts, which no step is spared.
    @Benchmark
    public Estate checkOfARecordInAListChanged() {
        storable.check(estate, practised);
        return practised;
    }

    /// One of them is gone: half of the others have another index.
    @Benchmark
    public long afterARecordLeftAList() {
        return tree.update(left).value();
    }

    /// A changed one in a plain list, which the game has copied.
    @Benchmark
    public long afterARecordInAPlainListChanged() {
        return ofHamlet.update(hamletPractised).value();
    }

    /// A changed one in what was a vector of PCollections until it was hashed first.
    @Benchmark
    public long afterARecordInATreeVectorChanged() {
        return ofTreeVector.update(practisedInTreeVector).value();
    }

    /// A vector of PCollections that an action has put in, with one changed record: all of it is walked, and
    /// made one of ours.
    @Benchmark
    public long afterATreeVectorWasPutIn() {
        return tree.update(inTreeVector).value();
    }

    @Benchmark
    public long mapFromNothing() {
        return ChecksumTree.of(guild).value();
    }

    /// One number of one of many records in a map, as the codec makes it.
    @Benchmark
    public long afterARecordInAMapChanged() {
        return ofGuild.update(guildPractised).value();
    }

    /// As that one is checked before it counts.
    @Benchmark
    public Guild checkOfARecordInAMapChanged() {
        storableGuild.check(guild, guildPractised);
        return guildPractised;
    }

    /// A changed one in what was a map of PCollections until it was hashed first.
    @Benchmark
    public long afterARecordInATreeMapChanged() {
        return ofTreeMap.update(practisedInTreeMap).value();
    }

    /// A map of PCollections that an action has put in, with one changed record: all of it is walked, and made
    /// one of ours.
    @Benchmark
    public long afterATreeMapWasPutIn() {
        return ofGuild.update(inTreeMap).value();
    }
}
