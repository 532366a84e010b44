package dev.gatehouse.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/// Lets tests that wait for something look at once and then often. Awaitility by itself looks a tenth of a second later
/// at the earliest, which a test that waits for each of hundreds of steps pays hundreds of times. Found by JUnit as a
/// service.
public final class PromptWaiting implements LauncherSessionListener {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(BETWEEN_LOOKS);
    }
}
