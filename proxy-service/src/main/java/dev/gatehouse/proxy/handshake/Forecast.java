package dev.gatehouse.proxy.handshake;

import dev.gatehouse.model.protocol.ServerMessage.Maintenance;
import dev.gatehouse.model.protocol.ServerMessage.MaintenanceState;
import dev.gatehouse.proxy.routing.LiveNodes;
import dev.gatehouse.registry.operations.GameRules;
import dev.gatehouse.registry.operations.RulesBook;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;

/// What may be said of maintenance to a client that has not yet said who it is: what holds for every game and
/// platform here. A session hears more, about its own. Safe to use from any thread.
public final class Forecast {

    private static final Maintenance NOTHING = new Maintenance(MaintenanceState.NOT_SCHEDULED, null, null);

    private final LiveNodes live;
    private final RulesBook rules;
    private final InstantSource time;

    public Forecast(LiveNodes live, RulesBook rules, InstantSource time) {
        this.live = live;
        this.rules = rules;
        this.time = time;
    }

    public Maintenance forEverybody() {
        var now = time.instant();
        return live.now().games().stream()
                .map(game -> rules.of(game).orElse(GameRules.NONE).maintenanceOfAll(now))
                .min(mildestFirst())
                .orElse(NOTHING);
    }

    private static Comparator<Maintenance> mildestFirst() {
        Comparator<Maintenance> byState = Comparator.comparing(Maintenance::state);
        return byState.thenComparing(
                maintenance -> Optional.ofNullable(maintenance.startsAt()).orElse(Long.MAX_VALUE),
                Comparator.reverseOrder());
    }
}
