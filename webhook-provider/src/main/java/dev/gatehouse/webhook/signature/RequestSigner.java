package dev.gatehouse.webhook.signature;

import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;

/// Signs requests. Safe to use from any thread.
public final class RequestSigner {

    private final String keyId;
    private final byte[] key;
    private final InstantSource time;
    private final Supplier<String> nonces;

    /// @param nonces letters and digits that no other call gets, on each call
    public RequestSigner(String keyId, byte[] key, InstantSource time, Supplier<String> nonces) {
        this.keyId = keyId;
        this.key = key.clone();
        this.time = time;
        this.nonces = nonces;
    }

    /// The headers that go along with the request.
    public Map<String, String> headers(SignedRequest request) {
        var parameters = ";created=%d;nonce=\"%s\";keyid=\"%s\";alg=\"hmac-sha256\""
                .formatted(time.instant().getEpochSecond(), nonces.get(), keyId);
        var base = new SignatureBase(request.components(), parameters);
        return Map.of(
                "Content-Digest", SignatureBase.digest(request.body()),
                "Signature-Input", "sig1=" + base.input(),
                "Signature", "sig1=:" + Base64.getEncoder().encodeToString(base.sign(key)) + ":");
    }
}
