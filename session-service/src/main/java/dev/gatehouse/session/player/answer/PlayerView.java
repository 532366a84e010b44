package dev.gatehouse.session.player.answer;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.schema.JsonText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A player as an operator sees it.
///
/// @param tick absent, like checksum and model, for a game without a player model
/// @param model without its `@ServerOnly` members
public record PlayerView(
        PlayerId playerId,
        long epoch,
        NodeId owner,
        List<SessionView> sessions,
        @Nullable Long tick,
        @Nullable String checksum,
        @Nullable JsonText model) {

    /// @param recovering whether it has no socket right now
    public record SessionView(SessionId sessionId, boolean recovering) {}
}
