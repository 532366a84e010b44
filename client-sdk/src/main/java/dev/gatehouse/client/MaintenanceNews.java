package dev.gatehouse.client;

import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.protocol.ServerMessage.Maintenance;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is known of maintenance. Guarded by the core's lock.
final class MaintenanceNews<M extends PlayerModel> {

    private final Notices<M> notices;
    private @Nullable Maintenance last;

    MaintenanceNews(Notices<M> notices) {
        this.notices = notices;
    }

    /// The server says it, anew or again.
    void hear(Maintenance news) {
        if (!news.equals(last)) {
            last = news;
            notices.tell(listener -> listener.onMaintenance(news));
        }
    }

    Optional<Maintenance> known() {
        return Optional.ofNullable(last);
    }
}
