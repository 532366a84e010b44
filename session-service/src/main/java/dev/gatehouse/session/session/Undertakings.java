package dev.gatehouse.session.session;

/// Which part a session plays in its player's timeline and what it has begun besides, and how much of that its next
/// owner would know. Single-threaded, as its session.
public final class Undertakings {

    private Standing now;
    private Standing saved;
    private Part part;
    private Part savedPart;

    Undertakings(Standing saved, Part part) {
        this.now = saved;
        this.saved = saved;
        this.part = part;
        this.savedPart = part;
    }

    public Standing now() {
        return now;
    }

    public void become(Standing next) {
        now = next;
    }

    public Part part() {
        return part;
    }

    public void become(Part next) {
        part = next;
    }

    boolean areSaved() {
        return now.withoutBookmarks().equals(saved.withoutBookmarks()) && part.equals(savedPart);
    }

    void saved(StoredSession known) {
        saved = known.standing();
        savedPart = known.part();
    }
}
