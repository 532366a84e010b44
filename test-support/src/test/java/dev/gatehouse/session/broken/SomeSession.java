package dev.gatehouse.session.broken;

public record SomeSession(String name) {}
