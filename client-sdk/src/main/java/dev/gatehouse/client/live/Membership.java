package dev.gatehouse.client.live;

import dev.gatehouse.model.schema.JsonText;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// A place in a group. Outlives the session: where that could not be resumed, the SDK joins again.
/// Safe to use from any thread.
public final class Membership {

    private final Groups groups;
    private final String group;
    final @Nullable JsonText args;
    final GroupListener listener;

    Membership(Groups groups, String group, @Nullable JsonText args, GroupListener listener) {
        this.groups = groups;
        this.group = group;
        this.args = args;
        this.listener = listener;
    }

    /// `name` or `name:instance`.
    public String group() {
        return group;
    }

    /// Leaves. The listener hears nothing more from now on.
    ///
    /// @return done when the server has taken note; fails with
    ///     [dev.gatehouse.client.calls.CallFailedException]
    public CompletableFuture<@Nullable Void> leave() {
        return groups.leave(this);
    }

    /// Dismisses all members.
    ///
    /// @return done when the server has done it; fails with
    ///     [dev.gatehouse.client.calls.CallFailedException]
    public CompletableFuture<@Nullable Void> dismiss() {
        return groups.dismiss(this);
    }
}
