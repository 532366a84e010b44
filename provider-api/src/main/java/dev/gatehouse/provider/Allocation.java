package dev.gatehouse.provider;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A server that somebody wants.
///
/// @param serverId also the tag that makes asking again safe
/// @param zone where players are, in the words of whoever made the instance; absent where nobody cares
/// @param within how long the caller waits for the answer
/// @param environment mints the server's pair of partner tokens. To be called only when the server is really about to
///     start: a pair of an earlier call is no longer good. Fails where the server is not wanted any more
public record Allocation(
        ServerId serverId,
        InstanceId instanceId,
        GameId gameId,
        @Nullable String zone,
        Duration within,
        Supplier<ServerEnvironment> environment) {}
