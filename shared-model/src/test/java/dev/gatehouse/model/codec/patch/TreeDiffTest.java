package dev.gatehouse.model.codec.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonTree;
import dev.gatehouse.model.schema.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TreeDiffTest {

    private static final List<String> NAMES = List.of("a", "b", "a/b", "m~n", "");

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void turnsTheOneValueIntoTheOther(long seed) throws Exception {
        var random = new Random(seed);
        var before = JsonTree.write(tree(random, 4));
        var after = JsonTree.write(tree(random, 4));

        var patch = JsonPatches.between(before, after);

        assertThat(JsonTree.read(JsonPatches.apply(before, patch))).isEqualTo(JsonTree.read(after));
        assertThat(patch.text().length()).isLessThanOrEqualTo(after.text().length() + 40);
        assertThat(JsonPatches.between(after, after)).isEqualTo(new JsonText("[]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"gold\":1,\"name\":\"x\"} | {\"gold\":2,\"name\":\"x\"}"
                        + " | [{\"op\":\"replace\",\"path\":\"/gold\",\"value\":2}]",
                "{\"a\":{\"b\":[1,2,3,4,5,6,7,8,9]}} | {\"a\":{\"b\":[1,2,3,4,6,7,8,9]}}"
                        + " | [{\"op\":\"remove\",\"path\":\"/a/b/4\"}]",
                "[1,2] | [1,0,0,0,0,0,0,2] | [{\"op\":\"replace\",\"path\":\"\",\"value\":[1,0,0,0,0,0,0,2]}]",
                "1 | null | [{\"op\":\"replace\",\"path\":\"\",\"value\":null}]"
            })
    void saysAsLittleAsItCan(String before, String after, String patch) throws Exception {
        assertThat(JsonPatches.between(new JsonText(before), new JsonText(after))
                        .text())
                .isEqualTo(patch);
    }

    @Test
    void takesJsonAlone() {
        var failure = catchThrowableOfType(
                DecodeException.class, () -> JsonPatches.between(new JsonText("{}"), new JsonText("{")));

        assertThat(failure).isNotNull();
    }

    private static Object tree(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 3 : 5)) {
            case 0 -> new JsonText(String.valueOf(random.nextInt(3)));
            case 1 -> "s" + random.nextInt(3);
            case 2 -> new JsonText(random.nextBoolean() ? "null" : "true");
            case 3 -> {
                var object = JsonTree.object();
                for (var name : NAMES) {
                    if (random.nextBoolean()) {
                        object.put(name, tree(random, depth - 1));
                    }
                }
                yield object;
            }
            default -> {
                var array = new ArrayList<>();
                for (int i = random.nextInt(6); i > 0; i--) {
                    array.add(tree(random, depth - 1));
                }
                yield array;
            }
        };
    }
}
