package dev.gatehouse.launcher.demo;

/// Something did not happen as the story has it.
final class BrokenStoryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BrokenStoryException(String message) {
        super(message);
    }

    BrokenStoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
