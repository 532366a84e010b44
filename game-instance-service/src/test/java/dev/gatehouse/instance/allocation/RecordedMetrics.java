package dev.gatehouse.instance.allocation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// What was counted.
final class RecordedMetrics implements AllocationMetrics {

    private final List<String> answers = new ArrayList<>();
    private final List<Verdict> reclaimed = new ArrayList<>();
    private final Map<String, BooleanSupplier> resting = new ConcurrentHashMap<>();
    private final Map<String, Supplier<Duration>> ages = new ConcurrentHashMap<>();
    private final List<String> doubted = new ArrayList<>();
    private int vanished;

    @Override
    public synchronized void answered(String provider, Result result) {
        answers.add(provider + " " + result);
    }

    @Override
    public synchronized void reclaimed(Verdict why) {
        reclaimed.add(why);
    }

    @Override
    public synchronized void vanished() {
        vanished++;
    }

    @Override
    public void watch(String provider, BooleanSupplier isResting) {
        resting.put(provider, isResting);
    }

    @Override
    public synchronized void doubted(String provider) {
        doubted.add(provider);
    }

    @Override
    public void compares(String provider, Supplier<Duration> age) {
        ages.put(provider, age);
    }

    synchronized List<String> doubted() {
        return List.copyOf(doubted);
    }

    /// How long ago the provider's servers were last compared.
    Duration ageOf(String provider) {
        return Objects.requireNonNull(ages.get(provider)).get();
    }

    synchronized List<String> answers() {
        return List.copyOf(answers);
    }

    synchronized List<Verdict> reclaimed() {
        return List.copyOf(reclaimed);
    }

    synchronized int timesVanished() {
        return vanished;
    }

    boolean isResting(String provider) {
        return resting.getOrDefault(provider, () -> false).getAsBoolean();
    }
}
