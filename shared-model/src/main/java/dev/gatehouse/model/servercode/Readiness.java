package dev.gatehouse.model.servercode;

/// What [ClientReady] says.
public sealed interface Readiness {

    record Admitted() implements Readiness {}

    /// @param message English, shown to the player's developer; no secrets
    record Refused(String message) implements Readiness {}

    static Readiness admitted() {
        return new Admitted();
    }

    static Readiness refused(String message) {
        return new Refused(message);
    }
}
