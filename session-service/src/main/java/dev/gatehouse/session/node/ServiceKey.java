package dev.gatehouse.session.node;

import dev.gatehouse.model.token.ServiceToken;
import java.util.Base64;

/// The key that all services of a deployment share. Never shown.
public final class ServiceKey {

    private final byte[] bytes;

    private ServiceKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /// @throws IllegalArgumentException if it is not base64, or too short
    static ServiceKey ofBase64(String text) {
        var bytes = Base64.getMimeDecoder().decode(text);
        if (bytes.length < ServiceToken.MIN_KEY_BYTES) {
            throw new IllegalArgumentException("gatehouse.service-key: " + bytes.length
                    + " bytes (expected: base64 of at least " + ServiceToken.MIN_KEY_BYTES + ")");
        }
        return new ServiceKey(bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }
}
