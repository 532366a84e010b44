package dev.gatehouse.model.codec;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.Arena.Box;
import dev.gatehouse.model.codec.Arena.Color;
import dev.gatehouse.model.codec.Arena.ItemId;
import dev.gatehouse.model.codec.Arena.Level;
import dev.gatehouse.model.codec.Arena.Lists;
import dev.gatehouse.model.codec.Arena.Maps;
import dev.gatehouse.model.codec.Arena.Numbers;
import dev.gatehouse.model.codec.Arena.Optionals;
import dev.gatehouse.model.codec.Arena.Point;
import dev.gatehouse.model.codec.Arena.Shape;
import dev.gatehouse.model.codec.Arena.Texts;
import dev.gatehouse.model.number.Fixed;
import dev.gatehouse.model.schema.JsonText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;
import org.pcollections.TreePVector;

/// Random arenas, the same for the same seed. Edges come up as often as all other values together.
public final class ArenaValues {

    public static final Arena PLAIN = new Arena(
            new Numbers(
                    1,
                    2,
                    true,
                    0.5,
                    0.25f,
                    Duration.ofMillis(3),
                    Instant.ofEpochMilli(4),
                    Color.SKY_BLUE,
                    Fixed.parse("-2.5")),
            new Texts("text", ByteString.copyFromUtf8("bytes"), new ItemId("sword"), new Level(7), new JsonText("[1]")),
            new Optionals(null, null, null, null, null, null, null, null),
            new Lists(
                    List.of(1, 2),
                    TreePVector.singleton("word"),
                    TreePVector.empty(),
                    List.of(),
                    List.of(),
                    TreePSet.empty(Comparator.comparing(ItemId::value)),
                    List.of()),
            new Maps(
                    TreePMap.singleton("gold", 5),
                    TreePMap.empty(),
                    TreePMap.empty(Comparator.comparing(ItemId::value)),
                    TreePMap.empty(Comparator.comparingInt(Level::value)),
                    TreePMap.empty()),
            new Shape.UnitSquare(),
            new Box<>(null, TreePVector.empty()),
            "note",
            9);

    private final SplittableRandom random;

    public ArenaValues(long seed) {
        random = new SplittableRandom(seed);
    }

    public Arena arena() {
        return new Arena(
                numbers(),
                new Texts(text(), bytes(), item(), level(), json()),
                optionals(3),
                lists(),
                maps(),
                shape(),
                new Box<>(maybe(this::point), TreePVector.from(list(this::point))),
                text(),
                small());
    }

    private Numbers numbers() {
        return new Numbers(
                small(),
                big(),
                random.nextBoolean(),
                pick(0d, -0d, Double.MIN_VALUE, Double.MAX_VALUE, Double.NaN, random.nextDouble()),
                pick(0f, -0f, Float.MAX_VALUE, Float.NEGATIVE_INFINITY, (float) random.nextDouble()),
                Duration.ofMillis(big()),
                Instant.ofEpochMilli(big()),
                color(),
                new Fixed(big()));
    }

    private Optionals optionals(int depth) {
        return new Optionals(
                maybe(this::small),
                maybe(this::big),
                maybe(random::nextBoolean),
                maybe(this::text),
                maybe(this::color),
                maybe(this::item),
                maybe(this::point),
                depth == 0 ? null : maybe(() -> optionals(depth - 1)));
    }

    private Lists lists() {
        return new Lists(
                list(this::small),
                TreePVector.from(list(this::text)),
                TreePVector.from(list(this::point)),
                list(this::shape),
                list(this::color),
                TreePSet.from(Comparator.comparing(ItemId::value), list(this::item)),
                list(random::nextDouble));
    }

    private Maps maps() {
        PSortedMap<String, Integer> counts = TreePMap.empty();
        PSortedMap<Long, Point> places = TreePMap.empty();
        PSortedMap<ItemId, Color> colors = TreePMap.empty(Comparator.comparing(ItemId::value));
        PSortedMap<Level, String> names = TreePMap.empty(Comparator.comparingInt(Level::value));
        for (int i = random.nextInt(5); i > 0; i--) {
            counts = counts.plus(text(), small());
            places = places.plus(big(), point());
            colors = colors.plus(item(), color());
            names = names.plus(level(), text());
        }
        PSortedMap<String, Fixed> prices = TreePMap.empty();
        for (var item : list(this::text)) {
            prices = prices.plus(item, new Fixed(big()));
        }
        return new Maps(counts, places, colors, names, prices);
    }

    private Shape shape() {
        return random.nextBoolean() ? new Shape.UnitSquare() : new Shape.Circle(point(), maybe(this::small));
    }

    Point point() {
        return new Point(small(), small());
    }

    private ItemId item() {
        return new ItemId(text());
    }

    private Level level() {
        return new Level(small());
    }

    private Color color() {
        return pick(Color.values());
    }

    private JsonText json() {
        return new JsonText(pick("{}", "null", "-0.5e3", "\"A\"", "[1,{\"a\":[]}]", "true"));
    }

    public int small() {
        return pick(0, 1, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, random.nextInt());
    }

    private long big() {
        return pick(0L, -1L, Long.MIN_VALUE / 2, Long.MAX_VALUE / 2, 1L << 53, random.nextLong() / 2);
    }

    private String text() {
        return pick("", "a", "\"\\/\u0000\n", "ümläut €", "\uD83D\uDE00", "x".repeat(random.nextInt(200)));
    }

    private ByteString bytes() {
        var bytes = new byte[random.nextInt(20)];
        random.nextBytes(bytes);
        return ByteString.copyFrom(bytes);
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }

    private <T> List<T> list(Supplier<T> element) {
        var list = new ArrayList<T>();
        for (int i = random.nextInt(6); i > 0; i--) {
            list.add(element.get());
        }
        return List.copyOf(list);
    }

    @SafeVarargs
    private <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
