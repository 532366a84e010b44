package dev.gatehouse.session.replay;

import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.session.player.desync.DesyncBundle;
import dev.gatehouse.session.player.desync.DesyncBundle.MemberDifference;
import dev.gatehouse.session.player.desync.DesyncReplay;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A replay in words.
///
/// @param logicVersion of the game here
record ReplayText(int logicVersion, DesyncBundle bundle, DesyncReplay replay) {

    /// What a bundle that cannot be played says.
    static List<String> known(DesyncBundle bundle) {
        var lines = new ArrayList<String>();
        lines.add(title(bundle));
        for (int i = 0; i < bundle.ops().size(); i++) {
            lines.add("step %d: %s".formatted(i, text(bundle.ops().get(i))));
        }
        lines.add(parting(bundle));
        lines.addAll(differences(bundle.differences()));
        return lines;
    }

    private static String title(DesyncBundle bundle) {
        return "desync %s of %s in %s, session %s, flush %d"
                .formatted(bundle.id(), bundle.playerId(), bundle.gameId(), bundle.sessionId(), bundle.flush());
    }

    private static String parting(DesyncBundle bundle) {
        return "the server came to %s, the client to %s".formatted(bundle.server(), bundle.client());
    }

    private static List<String> differences(List<MemberDifference> differences) {
        return differences.stream()
                .map(difference -> "%s: %s on the server, %s on the client"
                        .formatted(difference.path(), text(difference.server()), text(difference.client())))
                .toList();
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(title(bundle));
        if (logicVersion != bundle.logicVersion()) {
            lines.add("written by logic version %d, played by %d".formatted(bundle.logicVersion(), logicVersion));
        }
        lines.add("agreed on %s after %d journal entries"
                .formatted(replay.from(), bundle.entries().size()));
        for (int i = 0; i < replay.steps().size(); i++) {
            var step = replay.steps().get(i);
            lines.add("step %d: %s -> %s, %s".formatted(i, text(step.op()), step.result(), step.checksum()));
        }
        lines.add(parting(bundle));
        lines.addAll(differences(replay.differences()));
        if (bundle.model() == null) {
            lines.add("the client did not report its model");
        }
        lines.add(
                replay.repeats(bundle)
                        ? "the code here comes to what the server came to"
                        : "the code here comes to something else than the server did");
        return lines;
    }

    private static String text(Op op) {
        if (op.ticks() != null) {
            return op.ticks() + " ticks";
        }
        return op.action() != null ? "action " + op.action().code() : "server action " + op.serverAction();
    }

    private static String text(@Nullable JsonText value) {
        return value == null ? "nothing" : value.text();
    }
}
