package dev.gatehouse.model.id;

import dev.gatehouse.model.schema.Inline;
import dev.gatehouse.model.schema.Member;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Stands for a device within a game: the SHA-256 of its device token, so that the token itself is in no key, record or
/// log.
///
/// @param value 64 hex digits
@Inline
public record DeviceKey(@Member(1) String value) {

    public DeviceKey {
        Ids.check("device key", value, 64);
    }

    /// The key of a device token as the client sent it.
    public static DeviceKey of(String deviceToken) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(deviceToken.getBytes(StandardCharsets.UTF_8));
            return new DeviceKey(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
