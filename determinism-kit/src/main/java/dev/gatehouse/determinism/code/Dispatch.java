package dev.gatehouse.determinism.code;

import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which methods a virtual call may run: those of the types that the code makes objects of, whether it is seen to do so
/// before the call or after.
final class Dispatch {

    private final GameClasses classes;
    private final Map<String, Set<String>> made = new LinkedHashMap<>();
    private final Set<Call> calls = new LinkedHashSet<>();

    Dispatch(GameClasses classes) {
        this.classes = classes;
    }

    /// There are objects of this type.
    ///
    /// @return what earlier calls may run because of that
    List<MethodModel> made(ClassModel type) {
        var name = type.thisClass().asInternalName();
        if (made.containsKey(name)) {
            return List.of();
        }
        var kinds = classes.allAbove(type, new LinkedHashSet<>());
        kinds.add(name);
        kinds.add("java/lang/Object");
        made.put(name, kinds);
        return calls.stream()
                .filter(call -> kinds.contains(call.owner()))
                .map(call -> classes.find(call.of(name)))
                .flatMap(Optional::stream)
                .toList();
    }

    /// A method is called on whatever object it is.
    ///
    /// @return what that may run in the objects that there are
    List<MethodModel> called(Call call) {
        if (!calls.add(call)) {
            return List.of();
        }
        return made.entrySet().stream()
                .filter(type -> type.getValue().contains(call.owner()))
                .map(type -> classes.find(call.of(type.getKey())))
                .flatMap(Optional::stream)
                .toList();
    }
}
