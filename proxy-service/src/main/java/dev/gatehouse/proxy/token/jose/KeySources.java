package dev.gatehouse.proxy.token.jose;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;

/// Opens the places that issuers' public keys come from.
public final class KeySources {

    private static final int MAX_KEY_SET_BYTES = 256 * 1024;

    /// A file is read once, now. A URL is fetched when a key is first needed, kept for some minutes, and asked again
    /// when
    /// a token names a key that is not among those kept.
    ///
    /// @throws IllegalArgumentException if there are no keys to be read there
    public static JWKSource<SecurityContext> open(URI place, Duration timeout) {
        try {
            if ("file".equals(place.getScheme())) {
                return new ImmutableJWKSet<>(
                        JWKSet.load(Path.of(place).toFile()).toPublicJWKSet());
            }
            var millis = Math.toIntExact(timeout.toMillis());
            var retriever = new DefaultResourceRetriever(millis, millis, MAX_KEY_SET_BYTES);
            return JWKSourceBuilder.create(place.toURL(), retriever)
                    .retrying(true)
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("jwks: " + place + " (expected: a URL)", e);
        } catch (IOException | ParseException e) {
            throw new IllegalArgumentException("jwks: " + place + " (expected: a file that holds a JWK set)", e);
        }
    }

    private KeySources() {}
}
