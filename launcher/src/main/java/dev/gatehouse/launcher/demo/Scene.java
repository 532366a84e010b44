package dev.gatehouse.launcher.demo;

import dev.gatehouse.launcher.keys.DevelopmentTokens;
import dev.gatehouse.launcher.settings.Folders;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// Where the story takes place.
///
/// @param random for names that no earlier telling used
public record Scene(
        Endpoints endpoints, Folders folders, DevelopmentTokens tokens, InstantSource time, RandomGenerator random) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    HttpClient http() {
        return HTTP;
    }

    Backend backend() {
        return new Backend(HTTP);
    }

    /// A name that no earlier telling used.
    String freshName(String prefix) {
        return prefix + "-" + Long.toHexString(random.nextLong());
    }
}
