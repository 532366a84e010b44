package dev.gatehouse.proxy.token.jose;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.gatehouse.proxy.token.KeyRing;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The places that issuers' public keys come from.
public final class KeySources {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final HttpFetch http;

    public KeySources(HttpFetch http) {
        this.http = http;
    }

    /// A file or a URL that holds a JWK set. A file may be replaced while the service runs.
    ///
    /// @throws IllegalArgumentException if it is a file without keys
    public KeyRing.Place<JWK> at(URI place) {
        if (!"file".equals(place.getScheme())) {
            return () -> keysOf(http.get(place));
        }
        KeyRing.Place<JWK> file = () -> keysOf(Files.readAllBytes(Path.of(place)));
        try {
            file.fetch();
        } catch (IOException e) {
            throw new IllegalArgumentException("jwks: " + place + " (expected: a file that holds a JWK set)", e);
        }
        return file;
    }

    /// Where OpenID Connect discovery says that an issuer's keys are. Asked each time: they may move.
    public KeyRing.Place<JWK> discoveredFrom(String issuer) {
        var base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        var place = URI.create(base + DISCOVERY);
        return () -> keysOf(http.get(keyPlace(issuer, http.get(place))));
    }

    private static URI keyPlace(String issuer, byte[] document) throws IOException {
        try {
            var found = JSON.readTree(document);
            // OpenID Connect Discovery, 4.3: a document that speaks for another issuer is not used.
            if (!issuer.equals(found.path("issuer").asString(""))) {
                throw new IOException("the discovery document is another issuer's");
            }
            var keys = URI.create(found.path("jwks_uri").asString(""));
            var secure = URI.create(issuer).getScheme().equals("https");
            if (!"https".equals(keys.getScheme()) && (secure || !"http".equals(keys.getScheme()))) {
                throw new IOException("jwks_uri: " + keys + " (expected: an https URL)");
            }
            return keys;
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IOException("the discovery document cannot be read", e);
        }
    }

    private static List<JWK> keysOf(byte[] set) throws IOException {
        try {
            return JWKSet.parse(new String(set, StandardCharsets.UTF_8))
                    .toPublicJWKSet()
                    .getKeys();
        } catch (ParseException e) {
            throw new IOException("not a JWK set", e);
        }
    }
}
