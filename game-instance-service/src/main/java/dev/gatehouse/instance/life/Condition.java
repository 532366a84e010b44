package dev.gatehouse.instance.life;

import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.registry.instance.GameInstances.Stored;
import dev.gatehouse.registry.instance.LinkTerm;
import java.util.Optional;
import java.util.function.Function;

/// What must be so of an instance in the very instant in which an event changes it.
///
/// @param objection why an instance that is so must not be changed; empty where it may be
/// @param link what must be so of its link
public record Condition(Function<Stored, Optional<PartnerError>> objection, LinkTerm link) {

    /// Nothing.
    public static final Condition NONE = new Condition(_ -> Optional.empty(), new LinkTerm.Any());
}
