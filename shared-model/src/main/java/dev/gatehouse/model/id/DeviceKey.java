package dev.gatehouse.model.id;

import dev.gatehouse.model.digest.Sha256;
import dev.gatehouse.model.schema.Inline;
import dev.gatehouse.model.schema.Member;

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
        return new DeviceKey(Sha256.hex(deviceToken));
    }

    @Override
    public String toString() {
        return value;
    }
}
