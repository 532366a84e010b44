package dev.gatehouse.model.player;

/// Who may run an action, and when.
public enum ActionKind {
    /// The client, at once; the server replays it.
    CLIENT(ClientAction.class),
    /// The server starts it; both run it where the client says.
    SYNCHRONIZED(SynchronizedServerAction.class),
    /// The server, at once; the client as soon as it hears of it.
    UNSYNCHRONIZED(UnsynchronizedServerAction.class);

    private final Class<?> type;

    ActionKind(Class<?> type) {
        this.type = type;
    }

    /// Whether an action may be run this way.
    public boolean admits(Action<?> action) {
        return admits(action.getClass());
    }

    boolean admits(Class<?> action) {
        return type.isAssignableFrom(action);
    }
}
