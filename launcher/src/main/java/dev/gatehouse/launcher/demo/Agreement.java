package dev.gatehouse.launcher.demo;

import java.io.IOException;
import java.util.Map;

/// Whether both copies of a player say the same.
final class Agreement {

    /// Sends what is left, and compares alice's copy with the server's.
    static void check(Scene scene, PlayerAtPlay alice, Narrator narrator) throws IOException, InterruptedException {
        alice.flush();
        String hers = alice.session().checksum();
        Map<String, Object> servers =
                new Operator(scene).player(alice.session().playerId().value());

        narrator.checkEqual(servers.get("checksum"), hers, "the checksum of the server's copy");
        narrator.check(
                servers.get("model") instanceof Map<?, ?> model
                        && model.get("gold") instanceof Number gold
                        && gold.intValue() == alice.model().gold(),
                "the server's copy has %d gold".formatted(alice.model().gold()));
        narrator.tell("both copies have %d gold and the checksum %s"
                .formatted(alice.model().gold(), hers));
    }

    private Agreement() {}
}
