package dev.gatehouse.client.calls;

/// A message over the size that the server takes. It was not sent, and the session goes on.
public final class FrameTooLargeException extends IllegalArgumentException {

    public FrameTooLargeException(long bytes, long mostBytes) {
        super("message: " + bytes + " bytes (expected: <= " + mostBytes + ")");
    }
}
