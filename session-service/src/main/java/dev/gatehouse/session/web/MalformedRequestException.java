package dev.gatehouse.session.web;

/// A request that cannot be read. Answered with 400 and its message, which shows no values that may be secret.
public final class MalformedRequestException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public MalformedRequestException(String message) {
        super(message);
    }
}
