package dev.gatehouse.session.snapshot;

/// What a player's journal holds beyond the last snapshot, and whether that is so much that the next one is due. On the
/// player's shard only.
public final class JournalGrowth {

    private final SnapshotProperties limits;

    /// Where the journal ends, in bytes since this node has the player.
    private Mark end;

    /// Where the last snapshot ends. Its time is no later than that of the first entry after it.
    private Mark reached;

    /// A place in the journal.
    ///
    /// @param index of the last entry before it
    /// @param bytes of all entries before it that were counted
    /// @param at by the monotonic clock, when it was the journal's end
    public record Mark(long index, long bytes, long at) {}

    /// What is stored of a player when a node gets it.
    ///
    /// @param snapshot the index that the last snapshot reaches
    /// @param written the last index in the journal
    /// @param bytes of the entries between them
    public record Extent(long snapshot, long written, long bytes) {

        public static final Extent NONE = new Extent(0, 0, 0);

        /// Nothing but a snapshot.
        public static Extent of(long snapshot) {
            return new Extent(snapshot, snapshot, 0);
        }
    }

    /// @param now by the monotonic clock
    public JournalGrowth(SnapshotProperties limits, Extent stored, long now) {
        this.limits = limits;
        this.reached = new Mark(stored.snapshot(), 0, now);
        this.end = new Mark(stored.written(), stored.bytes(), now);
    }

    /// The journal now ends with this entry.
    ///
    /// @param bytes of the entries that came
    public void written(long index, long bytes, long now) {
        if (!hasNews()) {
            reached = new Mark(reached.index(), reached.bytes(), now);
        }
        end = new Mark(index, end.bytes() + bytes, now);
    }

    /// A snapshot of what was there at the mark is stored.
    public void reached(Mark mark) {
        if (mark.index() > reached.index()) {
            reached = mark;
        }
    }

    /// The journal's end.
    public Mark end() {
        return end;
    }

    /// Whether the journal has anything that the last snapshot has not.
    public boolean hasNews() {
        return end.index() > reached.index();
    }

    public boolean isDue(long now) {
        return hasNews()
                && (end.index() - reached.index() >= limits.entries()
                        || end.bytes() - reached.bytes() >= limits.journalBytes()
                        || now - reached.at() >= limits.age().toNanos());
    }
}
