package dev.gatehouse.registry.faults;

import static dev.gatehouse.registry.TestedRegistry.LONG;
import static dev.gatehouse.registry.TestedRegistry.NODE_1;
import static dev.gatehouse.registry.TestedRegistry.PLAYER;
import static dev.gatehouse.registry.TestedRegistry.answer;

import com.google.protobuf.ByteString;
import dev.gatehouse.registry.journal.Append;
import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.registry.journal.AppendResult.Appended;
import dev.gatehouse.registry.journal.AppendResult.Behind;
import dev.gatehouse.registry.journal.Entry;
import dev.gatehouse.registry.journal.PlayerJournal;
import dev.gatehouse.registry.journal.redis.RedisPlayerJournal;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.registry.lease.LeaseAnswer.Granted;
import dev.gatehouse.registry.lease.redis.RedisPlayerLeases;
import dev.gatehouse.registry.redis.Scripts;
import java.util.List;

/// Writes a player's journal, an entry at a time, as the player's owner does: an entry that was not confirmed is sent
/// again before the next one, what Redis has lost is given to it again as a snapshot, and now and then one makes room.
final class Scribe {

    private static final int SNAPSHOT_EVERY = 1_000;

    private final PlayerJournal journal;
    private final Lease lease;
    private long acknowledged;
    private long forgotten;

    private Scribe(PlayerJournal journal, Lease lease, long written) {
        this.journal = journal;
        this.lease = lease;
        this.acknowledged = written;
    }

    /// Claims the player first, and goes on after what is stored.
    static Scribe on(Scripts scripts, String nonce) throws Exception {
        var claimed = answer(new RedisPlayerLeases(scripts).claim(PLAYER, NODE_1, nonce, LONG, NODE_1));
        return new Scribe(new RedisPlayerJournal(scripts), ((Granted) claimed).lease(), stored(scripts));
    }

    /// The same owner, who has found another Redis, and believes what it was told by the one before.
    Scribe over(Scripts scripts) {
        return new Scribe(new RedisPlayerJournal(scripts), lease, acknowledged);
    }

    Lease lease() {
        return lease;
    }

    /// How many entries it was told are stored.
    long acknowledged() {
        return acknowledged;
    }

    /// How many of those Redis did not have any more.
    long forgotten() {
        return forgotten;
    }

    AppendResult write() throws Exception {
        long next = acknowledged + 1;
        var entry = ByteString.copyFromUtf8("entry " + next);
        var append = List.of(new Append(lease, next, List.of(entry)));
        var result = answer(journal.append(append)).getFirst();
        if (result instanceof Behind(var nextIndex)) {
            forgotten += next - nextIndex;
            snapshot();
            result = answer(journal.append(append)).getFirst();
        }
        if (result instanceof Appended) {
            acknowledged = next;
            if (acknowledged % SNAPSHOT_EVERY == 0) {
                snapshot();
            }
        }
        return result;
    }

    private void snapshot() throws Exception {
        answer(journal.snapshot(lease, acknowledged, ByteString.copyFromUtf8("up to " + acknowledged)));
    }

    void write(int entries) throws Exception {
        for (int i = 0; i < entries; i++) {
            write();
        }
    }

    /// How many of the first entries are there, each once and in order, or in a snapshot; -1 where anything else is.
    static long stored(Scripts scripts) throws Exception {
        var all = answer(new RedisPlayerJournal(scripts).load(PLAYER));
        long last = all.snapshot() == null ? 0 : all.snapshot().index();
        for (var entry : all.entries()) {
            last++;
            if (!entry.equals(new Entry(last, ByteString.copyFromUtf8("entry " + last)))) {
                return -1;
            }
        }
        return last;
    }
}
