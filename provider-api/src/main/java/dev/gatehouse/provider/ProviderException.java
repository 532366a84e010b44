package dev.gatehouse.provider;

/// A provider did not answer, or not in a way that says what became of the call: it may have been done, it may not, or
/// it will be. The text is for operators and holds no secrets.
public final class ProviderException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ProviderException(String message) {
        super(message);
    }

    public ProviderException(String message, Throwable cause) {
        super(message, cause);
    }
}
