package dev.gatehouse.launcher.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Base64;

/// Makes the development keys that are not there yet. A key that exists is kept, so tokens outlive a restart.
public final class DevelopmentKeys {

    private static final int RSA_BITS = 2048;
    private static final int SERVICE_KEY_BYTES = 32;

    private final KeyFiles files;
    private final SecureRandom random;

    public DevelopmentKeys(KeyFiles files, SecureRandom random) {
        this.files = files;
        this.random = random;
    }

    /// @throws IOException if a key cannot be written or read
    public void makeMissing() throws IOException {
        Files.createDirectories(
                files.folder(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try {
            makeMissingKeys();
        } catch (JOSEException e) {
            throw new IOException("development keys: " + e.getMessage(), e);
        }
    }

    /// The key that signs development tokens.
    ///
    /// @throws IOException if it was not made or cannot be read
    public RSAKey development() throws IOException {
        try {
            return RSAKey.parse(Files.readString(files.development()));
        } catch (ParseException e) {
            throw new IOException(files.development() + ": not a private RSA key; delete it to get a new one", e);
        }
    }

    private void makeMissingKeys() throws IOException, JOSEException {
        if (Files.notExists(files.development())) {
            write(files.development(), rsaKey("development").toJSONString());
        }
        // Derived anew each time, so that it never belongs to another key.
        write(files.developmentPublic(), new JWKSet(development().toPublicJWK()).toString());
        if (Files.notExists(files.guests())) {
            write(files.guests(), rsaKey("guests").toJSONString());
        }
        if (Files.notExists(files.partner())) {
            write(files.partner(), ecKey().toJSONString());
        }
        if (Files.notExists(files.service())) {
            write(files.service(), serviceKey());
        }
    }

    private RSAKey rsaKey(String id) throws JOSEException {
        return new RSAKeyGenerator(RSA_BITS)
                .keyID(id)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .secureRandom(random)
                .generate();
    }

    private ECKey ecKey() throws JOSEException {
        return new ECKeyGenerator(Curve.P_256)
                .keyID("partner")
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .secureRandom(random)
                .generate();
    }

    private String serviceKey() {
        byte[] key = new byte[SERVICE_KEY_BYTES];
        random.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /// Moved into place when complete and already private: no reader meets half a key, and nobody else reads one.
    private static void write(Path file, String text) throws IOException {
        Path partial = Files.createTempFile(
                file.getParent(),
                file.getFileName().toString(),
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(partial, text);
        Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
