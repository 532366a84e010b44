package dev.gatehouse.client;

/// Who plays, on which device.
///
/// @param token a player token
/// @param deviceToken made once per device and kept there; a secret, because guest accounts hang on it
public record Credentials(String token, String deviceToken) {

    /// Leaves out what must not be in a log.
    @Override
    public String toString() {
        return "Credentials[]";
    }
}
