package dev.gatehouse.proxy.refusal;

/// What a check says about a client: on it goes, with what is now known about it, or it is turned away.
public sealed interface Verdict<T> {

    record Passed<T>(T value) implements Verdict<T> {}

    record Refused<T>(Refusal refusal) implements Verdict<T> {}

    static <T> Verdict<T> passed(T value) {
        return new Passed<>(value);
    }

    static <T> Verdict<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }
}
