package dev.gatehouse.model.schema;

/// A type that cannot be encoded as it is declared. The message names the member: a bug of whoever declared it.
public final class SchemaException extends RuntimeException {

    public SchemaException(String message) {
        super(message);
    }

    SchemaException(String message, Throwable cause) {
        super(message, cause);
    }
}
