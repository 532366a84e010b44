package dev.gatehouse.registry.instance;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.schema.Member;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The game server of an instance.
///
/// @param allocatedBy the node that asked the provider for it
/// @param gameTokenId the `jti` of the game token in its newest pair; absent where no pair is good
/// @param socialTokenId the `jti` of the social token in it
/// @param address where players reach it; absent until it has linked
/// @param earlier the pair before, which is good until the server has shown the newest; absent where there is none
/// @param provider which gave it; absent until that is known
public record AllocatedServer(
        @Member(1) ServerId serverId,
        @Member(2) NodeId allocatedBy,
        @Member(3) @Nullable String gameTokenId,
        @Member(4) @Nullable String socialTokenId,
        @Member(5) @Nullable Address address,
        @Member(6) @Nullable PairIds earlier,
        @Member(7) @Nullable String provider) {

    /// @param capacity how many players it takes
    public record Address(
            @Member(1) String host,
            @Member(2) int port,
            @Member(3) int capacity) {}

    /// A server that its provider is about to be asked for: nowhere yet.
    ///
    /// @param pair which its tokens will be, once they are signed
    public static AllocatedServer asked(ServerId serverId, NodeId allocatedBy, PairIds pair) {
        return new AllocatedServer(serverId, allocatedBy, pair.game(), pair.social(), null, null, null);
    }

    public AllocatedServer at(Address address) {
        return new AllocatedServer(serverId, allocatedBy, gameTokenId, socialTokenId, address, earlier, provider);
    }

    public AllocatedServer givenBy(String provider) {
        return new AllocatedServer(serverId, allocatedBy, gameTokenId, socialTokenId, address, earlier, provider);
    }

    /// With this as its newest pair.
    ///
    /// @param earlier the one that is good beside it, if any
    public AllocatedServer withPair(PairIds newest, @Nullable PairIds earlier) {
        return new AllocatedServer(serverId, allocatedBy, newest.game(), newest.social(), address, earlier, provider);
    }

    /// With no pair that is good.
    public AllocatedServer withoutPair() {
        return new AllocatedServer(serverId, allocatedBy, null, null, address, null, provider);
    }

    /// Its newest pair; empty where none is good.
    public Optional<PairIds> newest() {
        return gameTokenId == null || socialTokenId == null
                ? Optional.empty()
                : Optional.of(new PairIds(gameTokenId, socialTokenId));
    }

    public boolean isNewest(PairIds pair) {
        return pair.game().equals(gameTokenId) && pair.social().equals(socialTokenId);
    }

    /// Whether the pair is one of the server's own that are good.
    public boolean holds(PairIds pair) {
        return isNewest(pair) || pair.equals(earlier);
    }
}
