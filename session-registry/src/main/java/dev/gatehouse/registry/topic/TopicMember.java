package dev.gatehouse.registry.topic;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;

/// A session that is a member of a topic.
///
/// @param node that owns the session
public record TopicMember(SessionId session, PlayerId player, NodeId node) {}
