package dev.gatehouse.simulation.client;

import dev.gatehouse.client.Checksums;
import dev.gatehouse.model.protocol.Encoding;
import java.util.random.RandomGenerator;

/// How a player's client speaks to the server.
record Manner(Encoding encoding, Checksums checksums) {

    /// Most are as most games have them; each of the other ways is one of four.
    static Manner of(RandomGenerator chance) {
        return new Manner(
                chance.nextInt(4) == 0 ? Encoding.JSON : Encoding.PROTO,
                chance.nextInt(4) == 0 ? Checksums.PER_STEP : Checksums.PER_FLUSH);
    }
}
