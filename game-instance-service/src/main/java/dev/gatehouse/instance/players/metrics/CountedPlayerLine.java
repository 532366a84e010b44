package dev.gatehouse.instance.players.metrics;

import dev.gatehouse.instance.players.PlayerLine;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Counts what becomes of all that players are told.
public final class CountedPlayerLine implements PlayerLine {

    private final PlayerLine line;
    private final MeterRegistry meters;

    public CountedPlayerLine(PlayerLine line, MeterRegistry meters) {
        this.line = line;
        this.meters = meters;
    }

    @Override
    public Reached reach(PlayerKey player) {
        var reached = line.reach(player);
        return news -> {
            var delivery = reached.tell(news);
            meters.counter("gatehouse.instance.news", "result", delivery.name().toLowerCase(Locale.ROOT))
                    .increment();
            return delivery;
        };
    }

    @Override
    public ActionAnswer act(PlayerKey player, ActionMode mode, ActionCall action, @Nullable String key) {
        return line.act(player, mode, action, key);
    }
}
