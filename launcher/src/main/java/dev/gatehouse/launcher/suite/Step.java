package dev.gatehouse.launcher.suite;

import java.util.List;

/// The answer to an event: where that leads and what it takes.
public record Step(SuiteState state, List<SuiteEffect> effects) {

    static Step to(SuiteState state, SuiteEffect... effects) {
        return new Step(state, List.of(effects));
    }
}
