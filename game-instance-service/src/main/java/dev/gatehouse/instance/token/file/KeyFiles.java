package dev.gatehouse.instance.token.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.instance.token.PrivateKeys;
import dev.gatehouse.model.partner.PartnerSigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A file with a private JSON Web Key or a set of them, or a folder of such files, whose names end with `.jwk`.
///
/// Links are followed anew each time: Kubernetes changes a mounted secret by pointing one link at another folder. In
/// the middle of that a file may be gone for a moment, or be of the state before; the next reading has it right.
public final class KeyFiles implements PrivateKeys {

    private static final String ENDING = ".jwk";
    private static final int MAX_FILES = 64;
    private static final int MAX_BYTES = 64 * 1024;

    private final Path place;

    public KeyFiles(Path place) {
        this.place = place;
    }

    @Override
    public List<PartnerSigningKey> read() throws IOException {
        var keys = new ArrayList<PartnerSigningKey>();
        for (Path file : files()) {
            keys.addAll(keysIn(file));
        }
        return keys;
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        // Kubernetes' own links and folders in there start with a dot.
        try (var files = Files.list(place)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .limit(MAX_FILES)
                    .toList();
        }
    }

    private static List<PartnerSigningKey> keysIn(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException(file + ": too large (expected: at most " + MAX_BYTES + " bytes)");
            }
            return PartnerSigningKey.read(new String(bytes, UTF_8));
        } catch (IllegalArgumentException e) {
            // The text is of the key's reader, and holds nothing of the file.
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }
}
