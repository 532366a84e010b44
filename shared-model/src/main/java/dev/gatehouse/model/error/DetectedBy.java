package dev.gatehouse.model.error;

import java.util.Locale;

/// Who notices an error. What only a client notices is never sent: it names the failure in the client's own report.
public enum DetectedBy implements Column {
    CLIENT,
    SERVER,
    BOTH;

    /// The name in the docs.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
