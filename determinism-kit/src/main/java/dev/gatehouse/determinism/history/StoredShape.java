package dev.gatehouse.determinism.history;

import dev.gatehouse.model.player.ActionCode;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.Model;
import dev.gatehouse.model.schema.EnumShape;
import dev.gatehouse.model.schema.InlineShape;
import dev.gatehouse.model.schema.MapShape;
import dev.gatehouse.model.schema.RecordMember;
import dev.gatehouse.model.schema.RecordShape;
import dev.gatehouse.model.schema.Scalar;
import dev.gatehouse.model.schema.Schema;
import dev.gatehouse.model.schema.SequenceShape;
import dev.gatehouse.model.schema.Shape;
import dev.gatehouse.model.schema.UnionShape;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a game stores, as a text with a line for each place: its path of numbers, its type, and its name, which is for
/// people alone. `model/3/value int count` is a value of the map that is member 3 of the model.
final class StoredShape {

    static final String RETIRED = "retired";
    private static final String SCHEMA = "schema";

    /// @param name may change
    record Place(String type, String name) {}

    private final int schema;
    private final SortedMap<String, Place> places;

    private StoredShape(int schema, SortedMap<String, Place> places) {
        this.schema = schema;
        this.places = places;
    }

    static StoredShape of(GameModel<?> game) {
        var walk = new Walk();
        walk.member("model", Schema.of(game.type()).shape(), game.type().getSimpleName());
        for (var action : game.actions()) {
            var code = Objects.requireNonNull(action.getAnnotation(ActionCode.class), "checked by the game");
            walk.member("action/" + code.value(), Schema.of(action).shape(), action.getSimpleName());
        }
        var declared = game.type().getAnnotation(Model.class);
        if (declared != null) {
            for (int code : declared.retiredActions()) {
                walk.put("action/" + code, RETIRED, "-");
            }
        }
        return new StoredShape(game.schema(), walk.places);
    }

    /// @throws IllegalArgumentException if it is no such text
    static StoredShape parse(String text) {
        var places = new TreeMap<String, Place>();
        int schema = 0;
        for (var line : text.lines().toList()) {
            var words = line.split(" ", -1);
            if (words.length == 2 && words[0].equals(SCHEMA)) {
                schema = Integer.parseInt(words[1]);
            } else if (words.length == 3) {
                places.put(words[0], new Place(words[1], words[2]));
            } else {
                throw new IllegalArgumentException("'" + line + "' (expected: a path, a type and a name)");
            }
        }
        return new StoredShape(schema, places);
    }

    int schema() {
        return schema;
    }

    SortedMap<String, Place> places() {
        return places;
    }

    Optional<Place> at(String path) {
        return Optional.ofNullable(places.get(path));
    }

    /// The text, with a line break at its end.
    @Override
    public String toString() {
        return places.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue().type() + " "
                        + each.getValue().name() + "\n")
                .collect(Collectors.joining("", SCHEMA + " " + schema + "\n", ""));
    }

    private static final class Walk {

        private final SortedMap<String, Place> places = new TreeMap<>();

        /// What is being walked: a record within itself is walked once.
        private final Deque<RecordShape> around = new ArrayDeque<>();

        void put(String path, String type, String name) {
            places.put(path, new Place(type, name));
        }

        void member(String path, Shape shape, String name) {
            switch (shape) {
                case Scalar scalar -> put(path, scalar.name().toLowerCase(Locale.ROOT), name);
                case InlineShape inline -> member(path, inline.component(), name);
                case EnumShape constants -> {
                    put(path, "enum", name);
                    constants
                            .constants()
                            .forEach(each ->
                                    put(path + "/" + constants.numberOf(each), "constant", constants.nameOf(each)));
                }
                case RecordShape record -> record(path, record, name);
                case UnionShape union -> {
                    put(path, "union", name);
                    cases(path, union);
                }
                case SequenceShape sequence -> {
                    put(path, sequence.kind() == SequenceShape.Kind.SORTED_SET ? "set" : "list", name);
                    member(path + "/element", sequence.element(), name);
                }
                case MapShape map -> {
                    put(path, "map", name);
                    member(path + "/key", map.key(), name);
                    member(path + "/value", map.value(), name);
                }
            }
        }

        private void record(String path, RecordShape record, String name) {
            put(path, "record", name);
            if (around.contains(record)) {
                return;
            }
            around.push(record);
            record.retired().forEach(number -> put(path + "/" + number, RETIRED, "-"));
            record.members().forEach(member -> recordMember(path, member));
            around.pop();
        }

        private void recordMember(String path, RecordMember member) {
            if (member.flat()) {
                cases(path, (UnionShape) member.shape());
            } else {
                member(path + "/" + member.number(), member.shape(), member.name());
            }
        }

        private void cases(String path, UnionShape union) {
            union.cases().forEach(each -> record(path + "/" + each.number(), each.shape(), each.name()));
        }
    }
}
