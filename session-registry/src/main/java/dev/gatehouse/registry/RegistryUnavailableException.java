package dev.gatehouse.registry;

/// Redis could not be asked, or did not answer in time. Whether a write took effect is unknown; every operation
/// of the registry may be repeated.
public final class RegistryUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
