package dev.gatehouse.determinism.replay;

import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.schema.Member;
import java.util.List;

/// What came of each step of a run.
public record Trace(@Member(1) List<After> steps) {

    /// @param result of the action; `ok` for ticks
    /// @param checksum of the model afterwards
    /// @param model with all its members
    public record After(
            @Member(1) String result,
            @Member(2) String checksum,
            @Member(3) Encoded model) {}
}
