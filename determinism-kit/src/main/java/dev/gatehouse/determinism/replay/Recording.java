package dev.gatehouse.determinism.replay;

import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.schema.Member;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A model and steps from it on, as another process can read them.
public record Recording(
        @Member(1) Encoded model,
        @Member(2) Instant startedAt,
        @Member(3) List<RecordedStep> steps) {

    /// @param ticks 0 for an action
    /// @param action absent for ticks
    public record RecordedStep(
            @Member(1) int ticks, @Member(2) @Nullable ActionCall action) {}
}
