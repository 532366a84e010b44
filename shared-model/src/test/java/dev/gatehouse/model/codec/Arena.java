package dev.gatehouse.model.codec;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.number.Fixed;
import dev.gatehouse.model.schema.Case;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.schema.Flat;
import dev.gatehouse.model.schema.Inline;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;
import dev.gatehouse.model.schema.NoChecksum;
import dev.gatehouse.model.schema.Retired;
import dev.gatehouse.model.schema.ServerOnly;
import dev.gatehouse.model.schema.WireName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedMap;
import org.pcollections.PSortedSet;
import org.pcollections.PVector;

/// A model with every kind of member, and an envelope with a union.
@Retired({90, 91})
public record Arena(
        @Member(1) Numbers numbers,
        @Member(2) Texts texts,
        @Member(3) Optionals optionals,
        @Member(4) Lists lists,
        @Member(5) Maps maps,
        @Member(6) Shape shape,
        @Member(7) Box<Point> box,
        @Member(8) @NoChecksum String note,
        @Member(9) @ServerOnly int suspicion) {

    public record Numbers(
            @Member(1) int small,
            @Member(2) long big,
            @Member(3) boolean flag,
            @Member(4) double real,
            @Member(5) float half,
            @Member(6) Duration lasting,
            @Member(7) Instant since,
            @Member(8) Color color,
            @Member(9) Fixed exact) {}

    public record Texts(
            @Member(1) String text,
            @Member(2) ByteString bytes,
            @Member(3) ItemId item,
            @Member(4) Level level,
            @Member(5) JsonText json) {}

    public record Optionals(
            @Member(1) @Nullable Integer small,
            @Member(2) @Nullable Long big,
            @Member(3) @Nullable Boolean flag,
            @Member(4) @Nullable String text,
            @Member(5) @Nullable Color color,
            @Member(6) @Nullable ItemId item,
            @Member(7) @Nullable Point point,
            @Member(8) @Nullable Optionals inner) {}

    public record Lists(
            @Member(1) List<Integer> numbers,
            @Member(2) PVector<String> words,
            @Member(3) PVector<Point> points,
            @Member(4) List<Shape> shapes,
            @Member(5) List<Color> colors,
            @Member(6) PSortedSet<ItemId> items,
            @Member(7) List<Double> reals) {}

    public record Maps(
            @Member(1) PSortedMap<String, Integer> counts,
            @Member(2) PSortedMap<Long, Point> places,
            @Member(3) PSortedMap<ItemId, Color> colors,
            @Member(4) PSortedMap<Level, String> names,
            @Member(5) PSortedMap<String, Fixed> prices) {}

    public record Point(@Member(1) int x, @Member(2) int y) {}

    public record Box<T>(
            @Member(1) @Nullable T content, @Member(2) PVector<T> more) {}

    public sealed interface Shape {
        @Case(name = "circle", number = 1)
        record Circle(
                @Member(1) Point center,
                @Member(2) @Nullable Integer radius) implements Shape {}

        @Case(name = "unit-square", number = 2)
        record UnitSquare() implements Shape {}
    }

    public enum Color {
        @Member(0)
        RED,
        @Member(5)
        @WireName("sky-blue")
        SKY_BLUE,
        @Member(2)
        DARK_GREEN
    }

    @Inline
    public record ItemId(@Member(1) String value) {}

    @Inline
    public record Level(@Member(1) int value) {}

    /// An envelope, as protocol frames are.
    public record Envelope(
            @Member(1) @Nullable Long seq,
            @Member(2) @Nullable Long ack,
            @Flat Order order) {}

    public sealed interface Order {
        @Case(name = "stop", number = 10)
        record Stop() implements Order {}

        @Case(name = "go", number = 11)
        record Go(
                @Member(1) Point to,
                @Member(2) @Nullable String why,
                @Member(3) Encoded details) implements Order {}
    }
}
