package dev.gatehouse.launcher.process;

import dev.gatehouse.launcher.settings.Folders;
import dev.gatehouse.launcher.settings.JavaCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// A service's executable jar taken apart: plain jars on a plain class path start faster, and their class data can be
/// shared. Done again only when the jar is another.
///
/// @param jar the service's own classes; its manifest names the libraries
/// @param mainClass as that manifest says
/// @param folder where the jars are
record ExtractedApp(Path jar, String mainClass, Path folder) {

    /// Where the class data of a process is kept from run to run: each has its own, because it is written when the
    /// process ends, and several may end at once.
    Path archive(String name) {
        return folder.resolve(name + ".jsa");
    }

    /// Not for two threads at once with the same module.
    ///
    /// @throws IOException if it was not built, or cannot be read or taken apart
    static ExtractedApp of(String module, Folders folders, JavaCommand java) throws IOException {
        Path built = executableJar(folders.root().resolve(module).resolve("target"), module);
        Path app = folders.apps().resolve(module);
        Path origin = app.resolve("origin");
        // Not the time of the last modification: Maven sets the same one for every build.
        String identity = built + " " + Files.size(built) + " " + Files.getAttribute(built, "unix:ctime");
        if (!Files.exists(origin) || !Files.readString(origin).equals(identity)) {
            deleteAll(app);
            extract(built, app, java);
            Files.writeString(origin, identity);
        }
        Path jar = app.resolve(built.getFileName());
        return new ExtractedApp(jar, mainClass(jar), app);
    }

    private static Path executableJar(Path target, String module) throws IOException {
        if (!Files.isDirectory(target)) {
            throw new IOException("is not built: no folder " + target);
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> isExecutableJar(file.getFileName().toString(), module))
                    .findFirst()
                    .orElseThrow(() -> new IOException("is not built: no " + module + "-*-exec.jar in " + target));
        }
    }

    private static boolean isExecutableJar(String name, String module) {
        return name.startsWith(module + "-") && name.endsWith("-exec.jar");
    }

    private static void extract(Path built, Path app, JavaCommand java) throws IOException {
        Files.createDirectories(app.getParent());
        var process = new ProcessBuilder(java.extraction(built, app))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.onExit().join().exitValue();
        if (status != 0) {
            throw new IOException("cannot be taken apart (status " + status + "): " + output.strip());
        }
    }

    private static String mainClass(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            var manifest = file.getManifest();
            String name = manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
            if (name == null) {
                throw new IOException(jar + " names no main class");
            }
            return name;
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
