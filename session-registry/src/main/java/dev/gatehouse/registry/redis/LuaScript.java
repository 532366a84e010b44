package dev.gatehouse.registry.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The text of a script and the digest that Redis knows it by.
public final class LuaScript {

    private final String name;
    private final byte[] text;
    private final String sha1;

    private LuaScript(String name, byte[] text) {
        this.name = name;
        this.text = text;
        this.sha1 = digest(text);
    }

    /// Reads a script that lies beside a class.
    ///
    /// @throws IllegalArgumentException if there is none of this name
    public static LuaScript beside(Class<?> owner, String name) {
        try (var resource = owner.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalArgumentException(name + ": no such script beside " + owner.getName());
            }
            return new LuaScript(name, resource.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] text() {
        return text;
    }

    String sha1() {
        return sha1;
    }

    @Override
    public String toString() {
        return name;
    }

    private static String digest(byte[] text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
