package dev.gatehouse.launcher.keys;

import java.nio.file.Path;

/// Where the development keys are.
///
/// @param folder readable by its owner only, as is every file in it
public record KeyFiles(Path folder) {

    /// Signs the launcher's own player and operator tokens; a private RSA key.
    public Path development() {
        return folder.resolve("development.jwk");
    }

    /// What services check those tokens with; a set of one public key.
    public Path developmentPublic() {
        return folder.resolve("development.jwks.json");
    }

    /// Signs guests' tokens in the proxy; a private RSA key.
    public Path guests() {
        return folder.resolve("guests.jwk");
    }

    /// Signs partner tokens and tickets in game-instance-service; a private EC key on P-256.
    public Path partner() {
        return folder.resolve("partner.jwk");
    }

    /// What services show each other; 32 bytes in base64.
    public Path service() {
        return folder.resolve("service.key");
    }
}
