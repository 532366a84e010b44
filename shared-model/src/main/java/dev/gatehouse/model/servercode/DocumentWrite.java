package dev.gatehouse.model.servercode;

/// What came of a change to a document.
public sealed interface DocumentWrite {

    /// It is stored, and everybody who follows the document is about to hear of it.
    record Done(long version) implements DocumentWrite {}

    /// Somebody else was faster: nothing is stored.
    ///
    /// @param version the newest; 0 where there is no such document
    record Conflict(long version) implements DocumentWrite {}
}
