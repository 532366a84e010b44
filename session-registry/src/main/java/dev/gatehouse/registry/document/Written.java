package dev.gatehouse.registry.document;

/// What came of a change to a document.
public sealed interface Written {

    /// It is done.
    record Done(long version) implements Written {}

    /// The writer has not seen the newest version.
    ///
    /// @param version the newest; 0 where there is no such document
    record Conflict(long version) implements Written {}
}
