package dev.gatehouse.provider;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;

/// A server is gone that was not taken back.
///
/// @param why for people, such as the exit status
public record Exit(ServerId serverId, InstanceId instanceId, String why) {}
