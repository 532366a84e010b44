package dev.gatehouse.session.topic;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.registry.topic.TopicEntry;
import dev.gatehouse.registry.topic.TopicNews;
import dev.gatehouse.session.session.Bookmark;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// How far a topic has been heard, and who was there by then. Decides what is to be told of news.
/// Guarded by its watch.
final class Hearing {

    private long position;
    private final Set<PlayerId> present;

    /// Hears what is to be told, in order.
    interface Told {

        /// @param number after which somebody has not heard it
        void tell(long number, TopicEntry entry);
    }

    /// @param present the players who were there at that position
    Hearing(long position, Collection<PlayerId> present) {
        this.position = position;
        this.present = new LinkedHashSet<>(present);
    }

    static Hearing from(Bookmark bookmark) {
        return new Hearing(bookmark.position(), bookmark.present());
    }

    /// The number of the last entry that was heard.
    long position() {
        return position;
    }

    List<PlayerId> present() {
        return List.copyOf(present);
    }

    boolean hasHeard(long number) {
        return number <= position;
    }

    /// Hears an entry, if it is the next one.
    ///
    /// @return false if it is not
    boolean hear(long number, TopicEntry entry, Told told) {
        if (number != position + 1) {
            return false;
        }
        position = number;
        switch (entry) {
            case TopicEntry.Joined(var player) -> present.add(player);
            case TopicEntry.Left(var player) -> present.remove(player);
            case TopicEntry.Closed _ -> present.clear();
            case TopicEntry.Said _ -> {}
        }
        told.tell(position, entry);
        return true;
    }

    /// The number before the first of these entries.
    static long startOf(TopicNews news) {
        return news.position() - news.entries().size();
    }

    /// Hears what was read after the position, or after one before it.
    void take(TopicNews news, Told told) {
        switch (news.since()) {
            case THERE -> {
                long number = startOf(news);
                for (var entry : news.entries()) {
                    hear(++number, entry, told);
                }
            }
            case NEW_START, FORGOTTEN -> makeUpFor(news, told);
        }
    }

    /// Tells what is still known to have been said, then who came and went on the whole.
    private void makeUpFor(TopicNews news, Told told) {
        position = startOf(news);
        for (var entry : news.entries()) {
            position++;
            if (entry instanceof TopicEntry.Said) {
                told.tell(position, entry);
            }
        }
        var now = playersOf(news);
        var came = now.stream().filter(player -> !present.contains(player)).toList();
        var went = present.stream().filter(player -> !now.contains(player)).toList();
        present.clear();
        present.addAll(now);
        came.forEach(player -> told.tell(position, new TopicEntry.Joined(player)));
        went.forEach(player -> told.tell(position, new TopicEntry.Left(player)));
    }

    static Set<PlayerId> playersOf(TopicNews news) {
        var players = new LinkedHashSet<PlayerId>();
        news.members().forEach(member -> players.add(member.player()));
        return players;
    }
}
