package dev.gatehouse.registry.guest;

import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import java.util.concurrent.CompletionStage;

/// The guest accounts, one per device and game. Safe for use by several threads.
public interface GuestAccounts {

    /// The player that this device plays as, made once and kept.
    ///
    /// @param candidate becomes that player if the device has none yet: fresh and hard to guess
    CompletionStage<PlayerId> of(GameId game, DeviceKey device, PlayerId candidate);
}
