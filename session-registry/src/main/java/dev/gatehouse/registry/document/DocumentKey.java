package dev.gatehouse.registry.document;

import dev.gatehouse.model.id.GameId;
import java.util.regex.Pattern;

/// A document of a game.
///
/// @param name `collection/key`, each of 1 to 64 letters, digits, . _ -
public record DocumentKey(GameId game, String name) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}/[A-Za-z0-9._-]{1,64}");

    /// @throws IllegalArgumentException if that is no name of a document
    public DocumentKey {
        if (!isName(name)) {
            throw new IllegalArgumentException("document: " + name.length()
                    + " characters (expected: collection/key, each of 1 to 64 letters, digits, . _ -)");
        }
    }

    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    public String collection() {
        return name.substring(0, name.indexOf('/'));
    }

    /// Within its collection.
    public String key() {
        return name.substring(name.indexOf('/') + 1);
    }

    @Override
    public String toString() {
        return game + "/" + name;
    }
}
