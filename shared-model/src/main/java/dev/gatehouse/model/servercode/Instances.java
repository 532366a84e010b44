package dev.gatehouse.model.servercode;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.partner.InstancePlayer;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// The game's instances, for its server code to do with them what the studio's backend may: its [InstanceRules] hear of
/// it as of a backend's wish. From any thread; never blocks. Stages never fail: where nobody can be asked the answer is
/// `unavailable`. Each may be asked again.
public interface Instances {

    CompletionStage<InstanceAnswer> create(NewInstance wish);

    /// Who is in it already stays as it is.
    CompletionStage<InstanceAnswer> add(InstanceId instance, List<InstancePlayer> players);

    CompletionStage<InstanceAnswer> remove(InstanceId instance, List<PlayerId> players);

    /// @param why for people, 1 to 200 characters
    CompletionStage<InstanceAnswer> end(InstanceId instance, String why);
}
