package dev.gatehouse.simulation.plant;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.Audience;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.journal.Append;
import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.registry.journal.PlayerJournal;
import dev.gatehouse.registry.journal.StoredPlayer;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.session.player.state.PlayerState;
import dev.gatehouse.session.player.state.StoredPlayers;
import dev.gatehouse.session.player.state.UnreadablePlayerException;
import dev.gatehouse.simulation.game.Ledger;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// Leaves something out of every snapshot that no client sees.
///
/// @param rest what is stored of a player
public record StoresLess(PlayerJournal journal, Rest rest) implements PlayerJournal {

    /// What is left of a player.
    public interface Rest {
        ByteString of(PlayerState<Ledger> state) throws UnreadablePlayerException;
    }

    public static PlayerJournal withoutHiddenMembers(PlayerJournal journal) {
        return new StoresLess(
                journal,
                state -> StoredPlayers.encode(
                        state.edited(state.timeline().model().withoutHidden())));
    }

    public static PlayerJournal withoutKeys(PlayerJournal journal) {
        return new StoresLess(journal, state -> {
            // Without what is hidden too, which is put back.
            var forClients = decoded(StoredPlayers.encode(state, Audience.CLIENT));
            return StoredPlayers.encode(forClients.edited(state.timeline().model()));
        });
    }

    private static PlayerState<Ledger> decoded(ByteString snapshot) throws UnreadablePlayerException {
        return StoredPlayers.decode(Ledger.MODEL, snapshot, List.of()).state();
    }

    @Override
    public CompletionStage<StoredPlayer> load(PlayerKey player) {
        return journal.load(player);
    }

    @Override
    public CompletionStage<List<AppendResult>> append(List<Append> appends) {
        return journal.append(appends);
    }

    @Override
    public CompletionStage<AppendResult> snapshot(Lease lease, long index, ByteString bytes) {
        try {
            return journal.snapshot(lease, index, rest.of(decoded(bytes)));
        } catch (UnreadablePlayerException e) {
            throw new AssertionError(e);
        }
    }
}
