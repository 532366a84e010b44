package dev.gatehouse.model.error;

import java.util.Locale;

/// Whether the cause may pass by itself. Does not say that the client reconnects by itself: [Advice] does.
public enum Family implements Column {
    /// A later attempt may succeed, with nothing changed on the client.
    TRANSIENT,
    /// Every attempt fails until something changes.
    TERMINAL;

    /// The name on the wire and in the docs.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
