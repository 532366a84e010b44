package dev.gatehouse.instance.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/// What was counted.
final class RecordedMetrics implements AllocationMetrics {

    private final List<String> answers = new ArrayList<>();
    private final List<Verdict> reclaimed = new ArrayList<>();
    private final Map<String, BooleanSupplier> resting = new ConcurrentHashMap<>();
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
