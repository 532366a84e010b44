package dev.gatehouse.session.session;

import dev.gatehouse.model.schema.Member;
import java.util.List;
import java.util.Optional;

/// What a session has begun besides its player's timeline, and what its next owner goes on with.
///
/// @param memberships groups, as addressed
/// @param subscriptions each as the client's id, a space, and the document's name
/// @param bookmarks where the session moves whole, how far its stream has come with each topic;
///     else none, because nobody knows how much of a stream that is lost has arrived
public record Standing(
        @Member(1) List<String> memberships,
        @Member(2) List<String> subscriptions,
        @Member(3) List<Bookmark> bookmarks) {

    public static final Standing NONE = new Standing(List.of(), List.of());

    public Standing {
        memberships = List.copyOf(memberships);
        subscriptions = List.copyOf(subscriptions);
        bookmarks = List.copyOf(bookmarks);
    }

    /// Of a session that may be lost at any time.
    public Standing(List<String> memberships, List<String> subscriptions) {
        this(memberships, subscriptions, List.of());
    }

    /// How far a topic was heard; empty where nobody knows.
    public Optional<Bookmark> bookmark(String topic) {
        return bookmarks.stream().filter(each -> each.topic().equals(topic)).findFirst();
    }

    public Standing with(List<Bookmark> others) {
        return new Standing(memberships, subscriptions, others);
    }

    /// The same for a stream that is not handed over.
    Standing withoutBookmarks() {
        return bookmarks.isEmpty() ? this : new Standing(memberships, subscriptions);
    }
}
