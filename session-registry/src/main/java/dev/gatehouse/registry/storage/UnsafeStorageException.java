package dev.gatehouse.registry.storage;

import java.util.List;

/// What must survive would not survive in the Redis that this service was given.
public final class UnsafeStorageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnsafeStorageException(List<String> objections) {
        super(String.join("; ", objections));
    }
}
