package dev.gatehouse.model.servercode;

import dev.gatehouse.model.partner.GameServerAnswer.Failure;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.schema.Case;
import dev.gatehouse.model.schema.Member;

/// What came of asking for something to be done with a game instance.
public sealed interface InstanceAnswer {

    /// @param instance as it is now
    @Case(name = "done", number = 1)
    record Done(@Member(1) InstanceOutline instance) implements InstanceAnswer {}

    /// Nothing was done, or, where it is `unavailable`, nobody can say whether it was; it may be asked again.
    @Case(name = "refused", number = 2)
    record Refused(@Member(1) Failure why) implements InstanceAnswer {}

    static InstanceAnswer refused(PartnerError why) {
        return new Refused(Failure.of(why));
    }
}
