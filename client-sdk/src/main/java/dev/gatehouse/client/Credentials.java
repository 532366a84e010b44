package dev.gatehouse.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Who plays, on which device. As a provider, always the same: for tokens that outlive the session.
///
/// @param token a player token
/// @param deviceToken made once per device and kept there; a secret, because guest accounts hang on it
public record Credentials(String token, String deviceToken) implements CredentialsProvider {

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
