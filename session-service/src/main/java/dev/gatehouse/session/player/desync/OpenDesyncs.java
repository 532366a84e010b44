package dev.gatehouse.session.player.desync;

import dev.gatehouse.model.protocol.ClientMessage.DesyncReport;
import dev.gatehouse.registry.session.PlayerSessions;
import dev.gatehouse.session.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The desyncs of a player whose clients have still to report their models: one of each session that led. Each holds
/// two models, so they are kept no longer than the reports may come, and no more of them than a player has
/// sessions: then the oldest gives way.
public final class OpenDesyncs {

    private final List<Desync> open = new ArrayList<>(0);

    public void open(Desync found) {
        tidy();
        if (open.size() >= PlayerSessions.MOST_KEPT) {
            open.removeFirst();
        }
        open.add(found);
    }

    /// What a report is about, which is closed with that; empty where nobody asked for it.
    public Optional<Desync> close(Session session, DesyncReport report) {
        var asked = open.stream()
                .filter(found -> found.session() == session && found.isAbout(report))
                .findFirst();
        asked.ifPresent(_ -> open.removeIf(found -> found.session() == session));
        return asked;
    }

    /// Lets go of those whose clients report nothing any more.
    public void tidy() {
        open.removeIf(found -> found.session().isOver());
    }

    boolean isEmpty() {
        return open.isEmpty();
    }
}
