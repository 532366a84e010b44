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
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a game stores, as a text with a line for each place: its path of numbers, its type, and its name, which for a
/// member is for people alone. `model/3/value int count` is a value of the map that is member 3 of the model;
/// `model/1/7 retired clubs` says that a constant, or a case, had number 7.
final class StoredShape {

    static final String RETIRED = "retired";
    private static final String ENUM = "enum";
    private static final String UNION = "union";
    private static final String SCHEMA = "schema";

    /// @param name may change, but for a constant's or a case's
    record Place(String type, String name) {}

    private final int schema;
    private final SortedMap<String, Place> places;

    /// Where there are constants and cases.
    private final Set<String> choices;

    private StoredShape(int schema, SortedMap<String, Place> places, Set<String> choices) {
        this.schema = schema;
        this.places = places;
        this.choices = choices;
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
        return new StoredShape(game.schema(), walk.places, walk.choices);
    }

    /// @throws IllegalArgumentException if it is no such text
    static StoredShape parse(String text) {
        var places = new TreeMap<String, Place>();
        int schema = 0;
        for (var line : text.lines().toList()) {
            var words = line.split(" ", 3);
            if (words.length == 2 && words[0].equals(SCHEMA)) {
                schema = Integer.parseInt(words[1]);
            } else if (words.length == 3) {
                places.put(words[0], new Place(words[1], words[2]));
            } else {
                throw new IllegalArgumentException("'" + line + "' (expected: a path, a type and a name)");
            }
        }
        return new StoredShape(schema, places, Set.of());
    }

    /// This, and the constants and cases that an enum or a union once had: their annotations have no place for them.
    StoredShape keeping(StoredShape before) {
        var all = new TreeMap<>(places);
        before.places.forEach((path, was) -> {
            if (offersChoice(parent(path))) {
                all.putIfAbsent(path, new Place(RETIRED, was.name()));
            }
        });
        return new StoredShape(schema, all, choices);
    }

    /// Whether this is an enum or a union.
    boolean offersChoice(String around) {
        return at(around)
                .filter(place -> place.type().equals(ENUM) || place.type().equals(UNION))
                .isPresent();
    }

    /// Whether this is a constant or a case. Not known of a text.
    boolean isChoice(String path) {
        return choices.contains(path);
    }

    /// The number by which a constant or a case beside this one is known.
    Optional<String> numberOf(String name, String beside) {
        var around = parent(beside);
        return choices.stream()
                .filter(path -> parent(path).equals(around))
                .filter(path -> Objects.requireNonNull(places.get(path)).name().equals(name))
                .map(path -> path.substring(around.length() + 1))
                .findFirst();
    }

    /// The path of what is around a place; empty for the model.
    static String parent(String path) {
        int end = path.lastIndexOf('/');
        return end < 0 ? "" : path.substring(0, end);
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
        private final Set<String> choices = new TreeSet<>();

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
                    put(path, ENUM, name);
                    constants.constants().forEach(each -> constant(path, constants, each));
                }
                case RecordShape record -> record(path, record, name);
                case UnionShape union -> {
                    put(path, UNION, name);
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

        private void constant(String path, EnumShape constants, Object constant) {
            var own = path + "/" + constants.numberOf(constant);
            choices.add(own);
            put(own, "constant", constants.nameOf(constant));
        }

        private void cases(String path, UnionShape union) {
            for (var each : union.cases()) {
                var own = path + "/" + each.number();
                choices.add(own);
                record(own, each.shape(), each.name());
            }
        }
    }
}
