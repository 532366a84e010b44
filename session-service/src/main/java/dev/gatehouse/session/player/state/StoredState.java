package dev.gatehouse.session.player.state;

import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.schema.Member;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A snapshot of a player as it is stored.
///
/// @param model with its `@ServerOnly` members
/// @param nextAction the id of the next server action
/// @param waiting synchronized server actions whose position the client has not chosen yet
/// @param usedKeys idempotency keys, oldest first
/// @param receipts how far sessions have been received, oldest first
/// @param schema in which the model is stored; 0, from before there were any: 1
/// @param logicVersion of the game that wrote it and the entries after it; absent from before it was kept
/// @param startedAt when the timeline was started; 1970 from before it was kept
/// @param rules of what may be stored, by which the entries after it were judged (`StorableModel.RULES`); 0 from before
///     it was kept
record StoredState(
        @Member(1) Encoded model,
        @Member(2) long tick,
        @Member(3) long nextAction,
        @Member(4) List<WaitingAction> waiting,
        @Member(5) List<UsedKey> usedKeys,
        @Member(6) List<Receipt> receipts,
        @Member(7) int schema,
        @Member(8) @Nullable Integer logicVersion,
        @Member(9) Instant startedAt,
        @Member(10) int rules) {

    StoredState {
        schema = Math.max(1, schema);
    }

    record WaitingAction(@Member(1) long id, @Member(2) ActionCall action) {}

    /// @param id of the server action that was given out under this key
    record UsedKey(@Member(1) String key, @Member(2) long id) {}
}
