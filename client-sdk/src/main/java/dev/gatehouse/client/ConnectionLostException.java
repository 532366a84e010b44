package dev.gatehouse.client;

/// No session came about.
public final class ConnectionLostException extends Exception {

    private final transient ConnectionLost why;

    ConnectionLostException(ConnectionLost why) {
        super(why.code() + " " + why.name() + ": " + why.text());
        this.why = why;
    }

    public ConnectionLost why() {
        return why;
    }
}
