package dev.gatehouse.model.codec.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.codec.proto.ProtoCodec;
import dev.gatehouse.model.codec.storage.ModelSize.Part;
import dev.gatehouse.model.schema.Case;
import dev.gatehouse.model.schema.Member;
import dev.gatehouse.model.schema.ServerOnly;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

class ModelSizeTest {

    record Mine(
            @Member(1) int gold,
            @Member(2) PVector<Digger> diggers,
            @Member(3) @ServerOnly String notes,
            @Member(4) PSortedMap<String, Digger> absent,
            @Member(5) Tool best) {}

    record Digger(@Member(1) String name, @Member(2) int skill) {}

    sealed interface Tool {
        @Case(name = "pick", number = 1)
        record Pick(@Member(1) String handle) implements Tool {}
    }

    record Node(@Member(1) int depth, @Member(2) @Nullable Node inner) {}

    record Wide(@Member(1) PVector<Integer> numbers) {}

    private static final Mine MINE = new Mine(
            5,
            TreePVector.from(List.of(new Digger("Ada", 1), new Digger("Grace", 0))),
            "seen twice",
            TreePMap.singleton("Bob", new Digger("Bob", 2)),
            new Tool.Pick("ash"));

    @Test
    void saysWhatEachMemberTakes() {
        var size = ModelSize.of(MINE);

        assertThat(size.members())
                .containsExactly(
                        new Part("/diggers", 18, 1),
                        new Part("/absent", 16, 1),
                        new Part("/notes", 12, 1),
                        new Part("/best", 9, 1),
                        new Part("/gold", 2, 1));
    }

    @Test
    void addsUpTheMembersOfWhatIsInside() {
        var size = ModelSize.of(MINE);

        assertThat(size.nested())
                .containsExactly(
                        new Part("/diggers/*/name", 12, 2),
                        new Part("/absent/*/name", 5, 1),
                        new Part("/best/handle", 5, 1),
                        new Part("/absent/*/skill", 2, 1),
                        new Part("/diggers/*/skill", 2, 1));
    }

    @Test
    void addsUpToWhatIsStored() {
        var size = ModelSize.of(MINE);

        assertThat(size.bytes()).isEqualTo(ProtoCodec.of(Mine.class).encode(MINE).length);
        assertThat(size.members().stream().mapToLong(Part::bytes).sum()).isEqualTo(size.bytes());
    }

    @Test
    void tellsNothingOfWhatIsInIt() {
        assertThat(ModelSize.of(MINE).toString()).doesNotContain("Ada", "Bob", "seen", "ash");
    }

    @Test
    void goesOnlySoDeepIntoATypeThatContainsItself() {
        var node = new Node(1, null);
        for (int depth = 2; depth < 50; depth++) {
            node = new Node(depth, node);
        }

        var size = ModelSize.of(node);

        assertThat(size.nested()).hasSize(14);
        assertThat(size.bytes()).isEqualTo(ProtoCodec.of(Node.class).encode(node).length);
    }

    @Test
    void measuresWhatHasNothingInside() {
        assertThat(ModelSize.of(new Wide(TreePVector.empty()))).isEqualTo(new ModelSize(0, List.of(), List.of()));
    }
}
