package dev.gatehouse.launcher.faults;

import dev.gatehouse.launcher.process.SuiteRun;
import java.util.random.RandomGenerator;

/// What a churn does to one part after the other.
sealed interface Harm permits Kill, Pause {

    /// Returns once it is done; nothing where the part is gone.
    ///
    /// @throws InterruptedException if this thread is interrupted; the part is then left to itself
    void happenTo(String part) throws InterruptedException;

    /// How often it has happened.
    int times();

    /// What all of it came to, for people, such as `killed 3 times`.
    String past();

    /// How a churn harms its parts.
    enum Kind {
        KILL,
        PAUSE;

        Harm in(SuiteRun suite, RandomGenerator random) {
            return switch (this) {
                case KILL -> new Kill(suite);
                case PAUSE -> new Pause(suite, random);
            };
        }
    }
}
