package dev.gatehouse.model.partner;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.schema.Member;

/// A game server that a pool server runs.
public record PooledServer(
        @Member(1) ServerId serverId, @Member(2) InstanceId instanceId) {}
