package dev.gatehouse.model.servercode;

import dev.gatehouse.model.schema.JsonText;

/// One version of a document.
///
/// @param name `collection/key`
/// @param version grows by one with each change
public record Document(String name, long version, JsonText value) {}
