package dev.gatehouse.model.digest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 (FIPS 180-4) of what is text.
public final class Sha256 {

    /// @return the 32 bytes of the text's UTF-8
    public static byte[] of(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// @return the same as 64 digits, in lower case
    public static String hex(String text) {
        return HexFormat.of().formatHex(of(text));
    }

    private Sha256() {}
}
