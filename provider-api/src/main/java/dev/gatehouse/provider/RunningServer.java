package dev.gatehouse.provider;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;

/// A server that a provider runs.
///
/// @param hostId what its host calls it, such as the uid of a pod: never of two servers, not even one after the other.
///     By it a host that gives one server twice is found out
public record RunningServer(ServerId serverId, InstanceId instanceId, String hostId) {}
