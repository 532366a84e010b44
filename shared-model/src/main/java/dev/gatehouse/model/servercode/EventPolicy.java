package dev.gatehouse.model.servercode;

import dev.gatehouse.model.protocol.EventScope;

/// Decides which events clients may send. To a group only its members ever may, and from an unauthenticated
/// session nobody anything. Called on a virtual thread; may
/// block. An exception or a late answer is a no.
@FunctionalInterface
public interface EventPolicy {

    /// What holds for a game without a policy: members speak to their groups, and nobody to anybody else.
    EventPolicy GROUPS_ONLY = (_, _, scope) -> scope.group() != null;

    boolean allows(Caller sender, String name, EventScope scope);
}
