package dev.gatehouse.proxy.connection.web;

import java.time.Duration;

/// Frames come faster than they may.
final class TooManyFramesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Duration retryAfter;

    TooManyFramesException(Duration retryAfter) {
        super("too many frames", null, false, false);
        this.retryAfter = retryAfter;
    }

    /// How long until another frame may come.
    Duration retryAfter() {
        return retryAfter;
    }
}
