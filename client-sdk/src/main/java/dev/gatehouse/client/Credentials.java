package dev.gatehouse.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Who plays, on which device. As a provider, always the same: for tokens that outlive the session.
///
/// @param token a player token; absent for an unauthenticated session
/// @param deviceToken made once per device and kept there; a secret, because guest accounts hang on it
public record Credentials(@Nullable String token, String deviceToken) implements CredentialsProvider {

    /// Of a device whose player has not logged in.
    public static Credentials unauthenticated(String deviceToken) {
        return new Credentials(null, deviceToken);
    }

    Credentials withoutToken() {
        return unauthenticated(deviceToken);
    }

    @Override
    public CompletionStage<Credentials> fresh() {
        return CompletableFuture.completedFuture(this);
    }

    /// Leaves out what must not be in a log.
    @Override
    public String toString() {
        return "Credentials[]";
    }
}
