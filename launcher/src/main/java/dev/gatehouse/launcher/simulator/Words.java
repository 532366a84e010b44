package dev.gatehouse.launcher.simulator;

import dev.gatehouse.model.protocol.ServerMessage.InstanceEvent;
import java.util.Locale;

/// How names of the code are shown: as they are on the wire.
final class Words {

    static String of(InstanceEvent event) {
        return event.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// `players-added` of `PlayersAdded`.
    static String of(Class<?> message) {
        return message.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private Words() {}
}
