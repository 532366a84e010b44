package dev.gatehouse.simulation.check;

/// A promise that was broken.
///
/// @param at nanoseconds since the simulation began
public record Violation(Promise promise, String what, long at) {

    @Override
    public String toString() {
        return "%s at %.6f s: %s".formatted(promise, at / 1e9, what);
    }
}
