package dev.gatehouse.session.session;

/// What a session has begun besides its player's timeline, and how much of that its next owner would
/// know. Single-threaded, as its session.
public final class Undertakings {

    private Standing now;
    private Standing saved;

    Undertakings(Standing saved) {
        this.now = saved;
        this.saved = saved;
    }

    public Standing now() {
        return now;
    }

    public void become(Standing next) {
        now = next;
    }

    boolean areSaved() {
        return now.withoutBookmarks().equals(saved.withoutBookmarks());
    }

    void saved(Standing known) {
        saved = known;
    }
}
