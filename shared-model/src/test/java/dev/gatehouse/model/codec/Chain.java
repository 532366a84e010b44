package dev.gatehouse.model.codec;

import dev.gatehouse.model.schema.Case;
import dev.gatehouse.model.schema.Member;
import org.jspecify.annotations.Nullable;

/// A union inside itself, to any depth.
public sealed interface Chain {

    @Case(name = "link", number = 1)
    record Link(@Member(1) @Nullable Chain next) implements Chain {}
}
