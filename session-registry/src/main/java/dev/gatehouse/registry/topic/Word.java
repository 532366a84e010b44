package dev.gatehouse.registry.topic;

import dev.gatehouse.model.id.SessionId;

/// What a session says something under. What it says later in the same topic has a higher number: a number that is
/// not above the last one was said already.
public record Word(SessionId session, long number) {}
