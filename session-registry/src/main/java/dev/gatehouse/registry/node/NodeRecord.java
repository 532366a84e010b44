package dev.gatehouse.registry.node;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.schema.Member;
import java.util.List;

/// A node as it announces itself.
///
/// @param linkUrl where proxies open the link; empty where there is none
/// @param httpUrl the base of its HTTP interface for other services
/// @param games that it hosts
public record NodeRecord(
        @Member(1) NodeId id,
        @Member(2) NodeRole role,
        @Member(3) String linkUrl,
        @Member(4) String httpUrl,
        @Member(5) List<HostedGame> games) {

    public NodeRecord {
        games = List.copyOf(games);
    }
}
