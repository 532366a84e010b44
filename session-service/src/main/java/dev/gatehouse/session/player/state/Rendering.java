package dev.gatehouse.session.player.state;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.Audience;
import dev.gatehouse.model.codec.storage.StorableModel;
import dev.gatehouse.model.player.Action;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.session.player.state.StoredState.WaitingAction;
import dev.gatehouse.session.snapshot.PackedSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.pcollections.PSortedMap;

/// What a snapshot is made of, on any thread, while the player goes on: nothing in it ever changes. So it has no
/// timeline, which may bring its model into another form when it is hashed, but the model as it was.
public record Rendering<M extends PlayerModel>(
        GameModel<M> game,
        M model,
        long tick,
        Instant startedAt,
        long nextAction,
        PSortedMap<Long, Action<M>> waiting,
        UsedKeys keys,
        Receipts receipts)
        implements Supplier<ByteString> {

    public static <M extends PlayerModel> Rendering<M> of(PlayerState<M> state) {
        var timeline = state.timeline();
        return new Rendering<>(
                state.game(),
                timeline.model(),
                timeline.tick(),
                timeline.startedAt(),
                state.nextAction(),
                state.waiting(),
                state.keys(),
                state.receipts());
    }

    /// A snapshot as it is stored.
    @Override
    public ByteString get() {
        return forAudience(Audience.SERVER);
    }

    /// @param audience [Audience#CLIENT] leaves out what only the server may know
    public ByteString forAudience(Audience audience) {
        var actions = waiting.entrySet().stream()
                .map(entry -> new WaitingAction(entry.getKey(), game.encodeAccepted(Encoding.PROTO, entry.getValue())))
                .toList();
        return PackedSnapshot.pack(StoredPlayers.SNAPSHOT.encodeToByteString(new StoredState(
                game.encodeModel(Encoding.PROTO, model, audience),
                tick,
                nextAction,
                actions,
                audience == Audience.SERVER ? keys.all() : List.of(),
                receipts.all(),
                game.schema(),
                game.logicVersion(),
                startedAt,
                StorableModel.RULES)));
    }
}
