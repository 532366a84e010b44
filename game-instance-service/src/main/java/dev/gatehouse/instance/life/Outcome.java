package dev.gatehouse.instance.life;

import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.registry.instance.InstanceRecord;
import java.util.List;

/// What an event comes to.
public sealed interface Outcome {

    /// @param next the instance from now on
    /// @param effects to be carried out once `next` is stored
    record Changed(InstanceRecord next, List<LifeEffect> effects) implements Outcome {}

    /// The event had already happened, or changes nothing.
    record Unchanged() implements Outcome {}

    record Refused(PartnerError why) implements Outcome {}
}
