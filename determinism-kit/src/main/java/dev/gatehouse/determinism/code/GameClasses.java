package dev.gatehouse.determinism.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// All classes of a game: what lies in the same jars or folders as those that are named.
final class GameClasses {

    private final Map<String, ClassModel> byName = new TreeMap<>();

    /// @param named a class of each jar or folder
    GameClasses(List<Class<?>> named) {
        var places = new LinkedHashSet<Path>();
        named.forEach(each -> places.add(placeOf(each)));
        places.forEach(this::read);
    }

    private static Path placeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(type.getName() + ": lies nowhere", e);
        }
    }

    private void read(Path place) {
        try {
            if (Files.isDirectory(place)) {
                readAll(place);
                return;
            }
            try (var jar = FileSystems.newFileSystem(place)) {
                readAll(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readAll(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                var read = ClassFile.of().parse(Files.readAllBytes(file));
                byName.put(read.thisClass().asInternalName(), read);
            }
        }
    }

    Optional<ClassModel> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// The method that a call runs, where it is the game's own: declared there or inherited.
    Optional<MethodModel> find(Call call) {
        return find(call.owner())
                .flatMap(type -> declared(type, call)
                        .or(() -> above(type)
                                .map(name -> find(call.of(name)))
                                .flatMap(Optional::stream)
                                .findFirst()));
    }

    /// The first class above that is not the game's own and may declare the method.
    String foreignOwner(String owner) {
        var name = owner;
        for (var type = find(name); type.isPresent(); type = find(name)) {
            name = type.get().superclass().map(ClassEntry::asInternalName).orElse("java/lang/Object");
        }
        return name;
    }

    /// Everything above a class, as far as the game's own classes say.
    Set<String> allAbove(ClassModel type, Set<String> found) {
        above(type).filter(found::add).forEach(name -> find(name).ifPresent(next -> allAbove(next, found)));
        return found;
    }

    private static Stream<String> above(ClassModel type) {
        return Stream.concat(type.superclass().stream(), type.interfaces().stream())
                .map(ClassEntry::asInternalName);
    }

    private static Optional<MethodModel> declared(ClassModel type, Call call) {
        return type.methods().stream()
                .filter(method -> method.methodName().equalsString(call.name())
                        && method.methodType().equalsString(call.descriptor()))
                .findFirst();
    }

    static Call callOf(MethodModel method) {
        return new Call(
                nameOf(method),
                method.methodName().stringValue(),
                method.methodType().stringValue());
    }

    static String nameOf(MethodModel method) {
        return method.parent().orElseThrow().thisClass().asInternalName();
    }
}
