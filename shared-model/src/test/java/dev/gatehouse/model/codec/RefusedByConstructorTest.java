package dev.gatehouse.model.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.codec.proto.ProtoCodec;
import dev.gatehouse.model.schema.Inline;
import dev.gatehouse.model.schema.Member;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class RefusedByConstructorTest {

    private static final String LINE = "RefusedByConstructorTest\\.java:\\d+";

    @Test
    void repeatsWhatAnIllegalArgumentSays() throws Exception {
        refuses(new Raw(List.of(new RawItem("sword", -1))), "items\\[0]: amount: -1 \\(expected: >= 0\\)");
    }

    @Test
    void blamesTheInputForWhateverElseAConstructorThrows() throws Exception {
        refuses(
                new Raw(List.of(new RawItem("sword", 1), new RawItem("", 1))),
                "items\\[1].name: refused by Name: StringIndexOutOfBoundsException at " + LINE);
        refuses(
                new Raw(List.of(new RawItem("sword", 7))),
                "items\\[0]: refused by Item: NoSuchElementException at " + LINE);
    }

    private static void refuses(Raw input, String message) throws Exception {
        var json = JsonCodec.of(Raw.class).encode(input);
        var proto = ProtoCodec.of(Raw.class).encode(input);

        assertThat(catchThrowableOfType(
                        DecodeException.class, () -> JsonCodec.of(Bag.class).decode(json)))
                .hasMessageMatching(message);
        assertThat(catchThrowableOfType(
                        DecodeException.class, () -> ProtoCodec.of(Bag.class).decode(proto)))
                .hasMessageMatching(message);
    }

    record Raw(@Member(1) List<RawItem> items) {}

    record RawItem(@Member(1) String name, @Member(2) int amount) {}

    record Bag(@Member(1) List<Item> items) {}

    record Item(@Member(1) Name name, @Member(2) int amount) {

        Item {
            if (amount < 0) {
                throw new IllegalArgumentException("amount: " + amount + " (expected: >= 0)");
            }
            if (amount == 7) {
                throw new NoSuchElementException("seven: " + name);
            }
        }
    }

    /// Has not thought of an empty one.
    @Inline
    record Name(@Member(1) String value) {

        Name {
            value = value.substring(0, 1).toUpperCase(Locale.ROOT) + value.substring(1);
        }
    }
}
