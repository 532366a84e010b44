package dev.gatehouse.proxy.device;

import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;

/// A session that is about to open on a device.
public record Newcomer(PlayerKey player, DeviceKey device, SessionId session) {}
