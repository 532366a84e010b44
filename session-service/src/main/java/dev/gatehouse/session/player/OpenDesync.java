package dev.gatehouse.session.player;

import dev.gatehouse.model.protocol.ClientMessage.DesyncReport;
import dev.gatehouse.session.session.Session;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The desync whose client has still to report its model: at most one, of the session that leads. Holds two
/// models, so it keeps them no longer than the report may come.
final class OpenDesync {

    private @Nullable Desync open;

    void open(Desync found) {
        open = found;
    }

    /// What a report is about, which is closed with that; empty where nobody asked for it.
    Optional<Desync> close(Session session, DesyncReport report) {
        var asked = Optional.ofNullable(open).filter(found -> found.session() == session && found.isAbout(report));
        if (asked.isPresent()) {
            open = null;
        }
        return asked;
    }

    /// Lets go of one whose client reports nothing any more.
    void tidy() {
        if (open != null && open.session().isOver()) {
            open = null;
        }
    }

    boolean isEmpty() {
        return open == null;
    }
}
