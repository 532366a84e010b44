package dev.gatehouse.goldrush.server;

import dev.gatehouse.model.servercode.ClientReady;
import dev.gatehouse.model.servercode.Readiness;
import dev.gatehouse.model.servercode.ReadyClient;

/// Lets everybody in who has not been thrown out.
public final class Doorkeeper implements ClientReady {

    private static final String BANNED = "banned-";

    @Override
    public Readiness clientReady(ReadyClient client) {
        return client.playerId().value().startsWith(BANNED)
                ? Readiness.refused("You may not dig here any more.")
                : Readiness.admitted();
    }
}
