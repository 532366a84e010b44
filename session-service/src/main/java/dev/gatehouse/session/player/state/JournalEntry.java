package dev.gatehouse.session.player.state;

import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.schema.Case;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.schema.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happened to a player, as the journal keeps it: replayed from a snapshot, it leads to the same
/// model, and each that changes it says which: the checksum of the model afterwards, which covers what every
/// client has. Where there is none, nothing is compared. Arguments are in protobuf's wire format, whatever
/// the client speaks.
public sealed interface JournalEntry {

    /// The same without the caller's idempotency key, which is the caller's affair.
    default JournalEntry withoutKey() {
        return switch (this) {
            case Waiting(var id, var action, var _) -> new Waiting(id, action, null);
            case Ran(var id, var action, var _, var checksum) -> new Ran(id, action, null, checksum);
            case Flushed _, Edited _ -> this;
        };
    }

    /// The client's steps.
    ///
    /// @param receipt the message that they came in; absent from what was written before sessions
    ///     survived
    @Case(name = "flushed", number = 10)
    record Flushed(
            @Member(1) List<Op> ops,
            @Member(2) @Nullable String checksum,
            @Member(3) @Nullable Receipt receipt) implements JournalEntry {

        public Flushed by(Receipt message) {
            return new Flushed(ops, checksum, message);
        }
    }

    /// A synchronized server action was given out, and waits for the client to choose its position.
    ///
    /// @param key the caller's idempotency key, where it gave one
    @Case(name = "waiting", number = 11)
    record Waiting(
            @Member(1) long id,
            @Member(2) ActionCall action,
            @Member(3) @Nullable String key) implements JournalEntry {}

    /// An unsynchronized server action was run.
    ///
    /// @param key the caller's idempotency key, where it gave one
    @Case(name = "ran", number = 12)
    record Ran(
            @Member(1) long id,
            @Member(2) ActionCall action,
            @Member(3) @Nullable String key,
            @Member(4) @Nullable String checksum)
            implements JournalEntry {}

    /// The model was edited directly: what came out, because code that did it cannot be run again.
    ///
    /// @param schema in which the model is written
    /// @param model with its `@ServerOnly` members
    @Case(name = "edited", number = 13)
    record Edited(
            @Member(1) int schema,
            @Member(2) Encoded model,
            @Member(3) @Nullable String checksum) implements JournalEntry {}
}
