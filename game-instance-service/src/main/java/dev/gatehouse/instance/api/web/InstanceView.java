package dev.gatehouse.instance.api.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.gatehouse.instance.life.Liveness;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.InstanceRecord.Seat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An instance as a backend sees it. Times are milliseconds since 1970.
record InstanceView(
        String id,
        String gameId,
        String state,
        String provider,
        @Nullable String serverId,
        @Nullable String host,
        @Nullable Integer port,
        List<SeatView> players,
        @JsonRawValue String data,
        @JsonRawValue String shared,
        long version,
        long createdAt,
        String reconnect,
        @Nullable Long drainBy,
        @Nullable String liveness,
        List<HistoryView> history) {

    record SeatView(
            String playerId,
            int team,
            boolean connected,
            boolean present,
            @JsonRawValue String data,
            long version) {

        static SeatView of(Seat seat) {
            return new SeatView(
                    seat.playerId().value(),
                    seat.team(),
                    seat.connected(),
                    seat.present(),
                    seat.data().value().text(),
                    seat.data().version());
        }
    }

    record HistoryView(String state, long at, String why) {}

    static InstanceView of(InstanceRecord instance) {
        return of(instance, null);
    }

    /// @param liveness of its server, where that was looked at
    static InstanceView of(InstanceRecord instance, @Nullable Liveness liveness) {
        var server = instance.server();
        var address = server == null ? null : server.address();
        return new InstanceView(
                instance.id().value(),
                instance.gameId().value(),
                lower(instance.state()),
                instance.origin().provider(),
                server == null ? null : server.serverId().value(),
                address == null ? null : address.host(),
                address == null ? null : address.port(),
                instance.players().stream().map(SeatView::of).toList(),
                instance.data().own().text(),
                instance.data().shared().text(),
                instance.data().version(),
                instance.origin().createdAt(),
                lower(instance.origin().reconnect()),
                instance.drainBy(),
                liveness == null ? null : lower(liveness),
                instance.history().stream()
                        .map(entry -> new HistoryView(lower(entry.state()), entry.at(), entry.why()))
                        .toList());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
