package dev.gatehouse.proxy.refusal;

import dev.gatehouse.proxy.refusal.Verdict.Passed;
import dev.gatehouse.proxy.refusal.Verdict.Refused;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/// A client on its way through a row of checks. The first one that refuses has the last word; those after it do not
/// run.
public final class Passage<T> {

    private final Mono<Verdict<T>> verdict;

    private Passage(Mono<Verdict<T>> verdict) {
        this.verdict = verdict;
    }

    /// Starts a row of checks.
    public static <T> Passage<T> of(T value) {
        return new Passage<>(Mono.just(Verdict.passed(value)));
    }

    /// A check that decides at once and learns nothing new.
    public Passage<T> check(Function<T, Optional<Refusal>> refusal) {
        return then(value -> Mono.just(
                refusal.apply(value).<Verdict<T>>map(Verdict::refused).orElseGet(() -> Verdict.passed(value))));
    }

    /// A check that may take its time and says what it has learnt.
    public <R> Passage<R> then(Function<T, Mono<Verdict<R>>> check) {
        return new Passage<>(verdict.flatMap(soFar -> switch (soFar) {
            case Passed<T>(T value) -> check.apply(value);
            case Refused<T>(Refusal refusal) -> Mono.just(Verdict.<R>refused(refusal));
        }));
    }

    /// How it ended. Nothing runs before this is subscribed to.
    public Mono<Verdict<T>> verdict() {
        return verdict;
    }
}
