package dev.gatehouse.registry.document;

import dev.gatehouse.model.schema.JsonText;

/// One version of a document.
public record StoredDocument(long version, JsonText value) {

    /// Leaves out what must not be in a log.
    @Override
    public String toString() {
        return "StoredDocument[version=" + version + "]";
    }
}
