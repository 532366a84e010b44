package dev.gatehouse.model.protocol;

import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.schema.Member;

/// An action by its code, with its members.
public record ActionCall(@Member(1) int code, @Member(2) Encoded args) {}
