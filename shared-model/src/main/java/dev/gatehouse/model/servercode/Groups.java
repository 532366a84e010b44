package dev.gatehouse.model.servercode;

import dev.gatehouse.model.id.PlayerId;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// The game's groups. From any thread; never blocks. Stages fail where the registry cannot be asked.
public interface Groups {

    /// Who is a member, each player once.
    ///
    /// @param group `name` or `name:instance`
    CompletionStage<List<PlayerId>> members(String group);

    /// Dismisses all members: each hears one `closed` and nothing else.
    ///
    /// @return false if there were none
    CompletionStage<Boolean> close(String group);
}
