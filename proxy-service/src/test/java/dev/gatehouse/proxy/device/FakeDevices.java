package dev.gatehouse.proxy.device;

import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.DeviceSession;
import dev.gatehouse.registry.device.DeviceClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// One device's list, in memory.
public final class FakeDevices implements Devices {

    public final List<DeviceSession> listed = new ArrayList<>();
    public final List<DeviceSession> crowdedOut = new ArrayList<>();
    public boolean away;

    /// Whose turn it is to decide about the others.
    public @Nullable SessionId turn;

    @Override
    public Mono<DeviceClaim> claim(GameId game, DeviceKey device, DeviceSession newcomer) {
        if (away) {
            return Mono.error(new IllegalStateException("the registry is away"));
        }
        return Mono.fromSupplier(() -> {
            listed.add(newcomer);
            return new DeviceClaim(listed, crowdedOut);
        });
    }

    @Override
    public Mono<Optional<DeviceClaim>> claimInTurn(GameId game, DeviceKey device, DeviceSession newcomer) {
        return Mono.defer(() -> {
            if (turn != null && !turn.equals(newcomer.sessionId())) {
                return Mono.just(Optional.empty());
            }
            turn = listed.isEmpty() ? null : newcomer.sessionId();
            return claim(game, device, newcomer).map(Optional::of);
        });
    }

    @Override
    public void endTurn(GameId game, DeviceKey device, SessionId session) {
        turn = session.equals(turn) ? null : turn;
    }

    @Override
    public Mono<Void> release(GameId game, DeviceKey device, SessionId session) {
        listed.removeIf(it -> it.sessionId().equals(session));
        return Mono.empty();
    }
}
