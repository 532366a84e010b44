package dev.gatehouse.instance.api.web;

import org.springframework.http.HttpStatus;

/// Ends a call with an error. Never leaves this package.
final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient HttpStatus status;
    private final transient ApiError error;

    ApiException(HttpStatus status, ApiError error) {
        super(error.code());
        this.status = status;
        this.error = error;
    }

    HttpStatus status() {
        return status;
    }

    ApiError error() {
        return error;
    }
}
