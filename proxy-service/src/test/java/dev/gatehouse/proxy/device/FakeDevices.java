package dev.gatehouse.proxy.device;

import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.DeviceSession;
import dev.gatehouse.registry.device.DeviceClaim;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/// One device's list, in memory.
public final class FakeDevices implements Devices {

    public final List<DeviceSession> listed = new ArrayList<>();
    public final List<DeviceSession> crowdedOut = new ArrayList<>();
    public boolean away;

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
    public void release(GameId game, DeviceKey device, SessionId session) {
        listed.removeIf(it -> it.sessionId().equals(session));
    }
}
