package dev.gatehouse.session.session;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.digest.Sha256;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;

/// Makes the secrets with which a client goes on with its session, and recognises them by their hash.
/// Only the hash is kept.
public final class ResumeTokens {

    private static final int BYTES = 32;

    private final RandomGenerator random;

    /// @param random not to be guessed, outside of tests
    public ResumeTokens(RandomGenerator random) {
        this.random = random;
    }

    /// A new token, for one client's eyes.
    public String mint() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static ByteString hash(String token) {
        return ByteString.copyFrom(Sha256.of(token));
    }

    static boolean matches(String token, ByteString hash) {
        return MessageDigest.isEqual(hash(token).toByteArray(), hash.toByteArray());
    }
}
