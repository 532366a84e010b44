package dev.gatehouse.model.codec.checksum;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.collection.ChunkedMap;
import dev.gatehouse.model.collection.ChunkedSet;
import dev.gatehouse.model.collection.ChunkedVector;
import dev.gatehouse.model.schema.Case;
import dev.gatehouse.model.schema.Member;
import dev.gatehouse.model.schema.NoChecksum;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pcollections.PSortedMap;
import org.pcollections.PSortedSet;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;
import org.pcollections.TreePVector;

class OwnFormTest {

    private static final Grove FOREIGN = new Grove(TreePVector.from(List.of(1, 2, 3)));
    private static final Grove OWN = new Grove(ChunkedVector.from(List.of(1, 2, 3)));

    private static final Forest FOREST = new Forest(
            ChunkedVector.empty(),
            ChunkedMap.empty(),
            ChunkedSet.empty(),
            List.of(),
            new Owner.Crown(OWN),
            null,
            "old");

    @Test
    void isAnEqualModelWithOurCollectionsWhereverTheyAre() {
        var foreign = new Forest(
                TreePVector.singleton(FOREIGN),
                TreePMap.singleton("north", FOREIGN),
                TreePSet.singleton("oak"),
                List.of(OWN, FOREIGN),
                new Owner.Crown(FOREIGN),
                null,
                "old");

        var tree = ChecksumTree.of(foreign);

        var model = tree.model();
        assertThat(model).isEqualTo(foreign);
        assertThat(model.groves()).isInstanceOf(ChunkedVector.class);
        assertThat(model.named()).isInstanceOf(ChunkedMap.class);
        assertThat(model.kinds()).isInstanceOf(ChunkedSet.class);
        assertThat(List.of(
                        model.groves().getFirst(),
                        model.named().get("north"),
                        model.sold().getLast(),
                        ((Owner.Crown) model.owner()).grove()))
                .allSatisfy(grove -> assertThat(grove.trees()).isInstanceOf(ChunkedVector.class));
        assertThat(model.sold().getFirst()).isSameAs(OWN);
        assertThat(tree.update(model).hashed()).isZero();
        assertThat(tree.hex()).isEqualTo(ChecksumTree.of(model).hex());
    }

    @Test
    void isTheSameModelWhereAllCollectionsAreOurs() {
        var planted = FOREST.withGroves(ChunkedVector.from(List.of(OWN)));

        var tree = ChecksumTree.of(FOREST);

        assertThat(tree.model()).isSameAs(FOREST);
        assertThat(tree.update(planted).model()).isSameAs(planted);
    }

    @Test
    void hashesOnlyWhatIsNewInAVectorOfAnotherMake() {
        PVector<Grove> groves = TreePVector.from(IntStream.range(0, 1_000)
                .mapToObj(i -> new Grove(ChunkedVector.from(List.of(i))))
                .toList());
        var planted = FOREST.withGroves(groves.with(500, FOREIGN));

        var tree = ChecksumTree.of(FOREST.withGroves(groves)).update(planted);

        // Three trees, their vector, the grove, the list, the forest.
        assertThat(tree.hashed()).isEqualTo(7);
        assertThat(tree.model()).isEqualTo(planted);
        assertThat(tree.model().groves().get(500).trees()).isInstanceOf(ChunkedVector.class);
        assertThat(tree.hex()).isEqualTo(ChecksumTree.of(planted).hex());
    }

    @Test
    void hashesOnlyWhatIsNewInAMapOfAnotherMake() {
        PSortedMap<String, Grove> named = TreePMap.empty();
        for (int i = 0; i < 1_000; i++) {
            named = named.plus("grove " + i, new Grove(ChunkedVector.from(List.of(i))));
        }
        var planted = FOREST.withNamed(named.plus("grove 500", FOREIGN));

        var tree = ChecksumTree.of(FOREST.withNamed(named)).update(planted);

        // Three trees, their vector, the grove, its name, the entry, the map, the forest.
        assertThat(tree.hashed()).isEqualTo(9);
        assertThat(tree.model()).isEqualTo(planted);
        assertThat(requireNonNull(tree.model().named().get("grove 500")).trees())
                .isInstanceOf(ChunkedVector.class);
        assertThat(tree.hex()).isEqualTo(ChecksumTree.of(planted).hex());
    }

    @Test
    void takesNoneThatIsInAnotherOrderForOurs() {
        var order = Comparator.<String>naturalOrder().thenComparing(name -> name);
        var named = FOREST.withNamed(ChunkedMap.<String, Grove>empty(order).plus("north", OWN));
        var kinds = FOREST.withKinds(ChunkedSet.<String>empty(order).plus("oak"));

        assertThat(ChecksumTree.of(named).model().named().comparator()).isSameAs(Comparator.naturalOrder());
        assertThat(ChecksumTree.of(kinds).model().kinds().comparator()).isSameAs(Comparator.naturalOrder());
    }

    @Test
    void findsAgainWhatAConstructorHasMadeOfIt() {
        var tree = ChecksumTree.of(new Orchard(TreePVector.from(List.of(1, 2, 3)), 1));
        var older = new Orchard(tree.model().trees(), 2);

        var next = tree.update(older);

        // The age and the orchard.
        assertThat(next.hashed()).isEqualTo(2);
        assertThat(next.model()).isSameAs(older);
        assertThat(next.hex()).isEqualTo(ChecksumTree.of(older).hex());
    }

    @Test
    void followsAVectorThatAConstructorMakesAnotherOne() {
        var tree = ChecksumTree.of(new Orchard(TreePVector.from(List.of(1, 2, 3)), 1));
        var grown = new Orchard(tree.model().trees().plus(4), 1);

        var next = tree.update(grown);

        assertThat(next.model()).isEqualTo(grown);
        assertThat(next.hex()).isEqualTo(ChecksumTree.of(grown).hex());
        assertThat(next.update(new Orchard(next.model().trees(), 2)).hashed()).isEqualTo(2);
    }

    record Orchard(
            @Member(1) PVector<Integer> trees, @Member(2) int age) {

        Orchard {
            trees = TreePVector.from(trees);
        }
    }

    record Grove(@Member(1) PVector<Integer> trees) {}

    sealed interface Owner {

        @Case(name = "crown", number = 1)
        record Crown(@Member(1) Grove grove) implements Owner {}
    }

    record Forest(
            @Member(1) PVector<Grove> groves,
            @Member(2) PSortedMap<String, Grove> named,
            @Member(3) PSortedSet<String> kinds,
            @Member(4) List<Grove> sold,
            @Member(5) Owner owner,
            @Member(6) @Nullable Grove sacred,
            @Member(7) @NoChecksum String note) {

        Forest withGroves(PVector<Grove> next) {
            return new Forest(next, named, kinds, sold, owner, sacred, note);
        }

        Forest withNamed(PSortedMap<String, Grove> next) {
            return new Forest(groves, next, kinds, sold, owner, sacred, note);
        }

        Forest withKinds(PSortedSet<String> next) {
            return new Forest(groves, named, next, sold, owner, sacred, note);
        }
    }
}
