package dev.gatehouse.client;

import dev.gatehouse.client.device.DeviceStorage;
import dev.gatehouse.client.device.DeviceStorageException;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Gives the credentials for each attempt to connect, so that a reconnection does not come with a
/// token that has run out meanwhile.
///
/// A stage that fails because of an [IOException] is a failed attempt like any other, and there will
/// be another one. A [DeviceStorageException] ends the session with 2800, anything else with 2801. One
/// that is not done when the attempt's time is up ends it with 1810.
@FunctionalInterface
public interface CredentialsProvider {

    /// Called on the listener's thread.
    CompletionStage<Credentials> fresh();

    /// Credentials with a device token that is made at random the first time, and kept.
    ///
    /// @param playerToken gives a player token that has not run out, or null for an unauthenticated session
    /// @param random a secure one
    static CredentialsProvider on(
            DeviceStorage storage,
            Supplier<? extends CompletionStage<? extends @Nullable String>> playerToken,
            RandomGenerator random) {
        return () -> {
            String device;
            try {
                var kept = storage.read();
                if (kept.isPresent()) {
                    device = kept.get();
                } else {
                    var bytes = new byte[16];
                    random.nextBytes(bytes);
                    device = HexFormat.of().formatHex(bytes);
                    storage.write(device);
                }
            } catch (IOException e) {
                return CompletableFuture.failedFuture(new DeviceStorageException(e));
            }
            return playerToken.get().thenApply(token -> new Credentials(token, device));
        };
    }
}
