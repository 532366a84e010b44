package dev.gatehouse.model.stream;

/// A frame with the number it was sent under.
public record Sent<F>(long number, F frame) {}
