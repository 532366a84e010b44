package dev.gatehouse.session.player.state;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.storage.StorableModel;
import dev.gatehouse.model.player.GameModel;
import java.util.List;

/// Which version has written a stored player, against the one that reads it.
///
/// @param game the one that reads
record Provenance(GameModel<?> game, StoredState stored) {

    boolean isOfThisGame() {
        return isOfThisSchema()
                && Integer.valueOf(game.logicVersion()).equals(stored.logicVersion())
                && stored.rules() == StorableModel.RULES;
    }

    boolean isOfThisSchema() {
        return stored.schema() == game.schema();
    }

    /// What a later version has acknowledged, an older one would do differently; a later build of the
    /// suite has refused what this one would take.
    void refuseLaterSteps(List<ByteString> entries) throws UnreadablePlayerException {
        if (stored.schema() > game.schema()) {
            throw later("schema", stored.schema(), game.schema());
        }
        boolean hasSteps = !entries.isEmpty() || !stored.waiting().isEmpty();
        if (isOfLaterLogic() && hasSteps) {
            throw later("logicVersion", logicVersion(), game.logicVersion());
        }
        if (stored.rules() > StorableModel.RULES && !entries.isEmpty()) {
            throw later("rules", stored.rules(), StorableModel.RULES);
        }
    }

    /// Whether whatever cannot be read of it is a later version's doing.
    boolean isLater() {
        return isOfLaterLogic() || stored.rules() > StorableModel.RULES;
    }

    /// Whether a later version may know what cannot be read. One that is known to be older has only
    /// what was taken out since.
    boolean isLaters(DecodeException.Kind kind) {
        boolean isOlder = !isOfThisSchema() || logicVersion() != game.logicVersion();
        return isLater() || (!isOlder && UnreadablePlayerException.isUnknown(kind));
    }

    private boolean isOfLaterLogic() {
        return logicVersion() > game.logicVersion();
    }

    /// That of a version from before it was kept is below all others.
    private int logicVersion() {
        var logic = stored.logicVersion();
        return logic == null ? Integer.MIN_VALUE : logic;
    }

    private static UnreadablePlayerException later(String what, int theirs, int ours) {
        return new UnreadablePlayerException(what + ": " + theirs + " (expected: at most " + ours + ")", null, true);
    }
}
