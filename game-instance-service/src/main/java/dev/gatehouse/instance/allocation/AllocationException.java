package dev.gatehouse.instance.allocation;

/// A provider has no server to give. The text is for operators and holds no secrets.
public final class AllocationException extends Exception {

    private static final long serialVersionUID = 1;

    public AllocationException(String message) {
        super(message);
    }

    public AllocationException(String message, Throwable cause) {
        super(message, cause);
    }
}
