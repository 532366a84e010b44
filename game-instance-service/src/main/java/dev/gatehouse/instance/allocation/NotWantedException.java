package dev.gatehouse.instance.allocation;

/// A provider asks for the tokens of a server that its instance does not want any more.
final class NotWantedException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    NotWantedException(String message) {
        super(message);
    }
}
