package dev.gatehouse.gameserver;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// What one process calls itself, so that a link which it opens again is known to be its own.
final class ProcessRun {

    private static final int BYTES = 16;

    /// @param chance unpredictable, so that nobody else says the same
    static String named(RandomGenerator chance) {
        byte[] run = new byte[BYTES];
        chance.nextBytes(run);
        return HexFormat.of().formatHex(run);
    }

    private ProcessRun() {}
}
