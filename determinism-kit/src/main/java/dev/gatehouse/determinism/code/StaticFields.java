package dev.gatehouse.determinism.code;

import java.lang.classfile.FieldModel;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.reflect.AccessFlag;
import java.util.Optional;
import java.util.regex.Pattern;

/// Judges reads and writes of static fields.
final class StaticFields {

    private static final Pattern MUTABLE = Pattern.compile("L(java/util/(concurrent/.*|Random|StringJoiner|BitSet"
            + "|\\w*(ArrayList|LinkedList|ArrayDeque|HashMap|HashSet|TreeMap|TreeSet|EnumMap|PriorityQueue|Vector))"
            + "|java/lang/(StringBuilder|StringBuffer|ThreadLocal));");

    private final GameClasses classes;

    StaticFields(GameClasses classes) {
        this.classes = classes;
    }

    /// @param initializer whether the instruction is in the static initializer of a class
    Optional<Reason> reason(FieldInstruction access, boolean initializer) {
        boolean isStatic = switch (access.opcode()) {
            case GETSTATIC, PUTSTATIC -> true;
            default -> false;
        };
        if (!isStatic) {
            return Optional.empty();
        }
        var owner = access.owner().asInternalName();
        if (owner.equals("java/lang/System")) {
            return Optional.of(Reason.OUTSIDE);
        }
        return initializer
                ? Optional.empty()
                : find(owner, access.name().stringValue())
                        .filter(StaticFields::isState)
                        .map(_ -> Reason.STATE);
    }

    private Optional<FieldModel> find(String owner, String name) {
        return classes.find(owner).stream()
                .flatMap(type -> type.fields().stream())
                .filter(field -> field.fieldName().equalsString(name))
                .findFirst();
    }

    private static boolean isState(FieldModel field) {
        return !field.flags().has(AccessFlag.FINAL)
                || MUTABLE.matcher(field.fieldType().stringValue()).matches();
    }
}
