package dev.gatehouse.model.servercode;

import dev.gatehouse.model.schema.JsonText;

/// Has a say in the groups of one name, whatever their instances. Called on virtual threads; may block. An exception
/// or a late answer refuses.
@FunctionalInterface
public interface GroupHandler {

    /// A client wants to become a member.
    ///
    /// @param args what the client sent along; an empty object where it sent nothing
    Verdict join(Caller caller, Group group, JsonText args);

    /// Whether clients in unauthenticated sessions may ask to join; [#join] then has the word about them as well.
    default boolean admitsUnauthenticated() {
        return false;
    }

    /// A member wants to leave. It may, unless said otherwise. Not asked when a session ends.
    default Verdict leave(Caller caller, Group group, JsonText args) {
        return Verdict.allowed();
    }

    /// A member wants to dismiss everybody. It may not, unless said otherwise.
    default Verdict close(Caller caller, Group group, JsonText args) {
        return Verdict.refused("Only the game closes this group.");
    }
}
