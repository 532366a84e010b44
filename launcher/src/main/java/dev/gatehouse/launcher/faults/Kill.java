package dev.gatehouse.launcher.faults;

import dev.gatehouse.launcher.process.SuiteRun;

/// Kills without a warning. That the suite starts the part again is its own affair.
final class Kill implements Harm {

    private final SuiteRun suite;
    private int times;

    Kill(SuiteRun suite) {
        this.suite = suite;
    }

    @Override
    public void happenTo(String part) {
        times += suite.kill(part) ? 1 : 0;
    }

    @Override
    public int times() {
        return times;
    }

    @Override
    public String past() {
        return "killed %d times".formatted(times);
    }
}
