package dev.gatehouse.launcher.simulator;

import java.io.IOException;

/// The service does not do what it was asked for. The message is its code and its words.
public final class RefusedException extends IOException {

    private static final long serialVersionUID = 1;

    public RefusedException(String message) {
        super(message);
    }
}
