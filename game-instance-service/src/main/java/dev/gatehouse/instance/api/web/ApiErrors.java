package dev.gatehouse.instance.api.web;

import dev.gatehouse.instance.partner.web.StrictReader;
import dev.gatehouse.registry.RegistryUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Gives every error its one shape.
@RestControllerAdvice
class ApiErrors {

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);
    static final ApiError TOO_LARGE =
            new ApiError("request_too_large", "The body has more than " + BodyLimit.MAX_BYTES + " bytes.", false);
    private static final ApiError NOT_SERVED =
            new ApiError("not_served", "There is nothing here for such a request.", false);
    private static final ApiError OTHER_METHOD =
            new ApiError("method_not_allowed", "The path is there, and not with this method.", false);
    private static final ApiError NO_JSON = new ApiError(
            "unsupported_media_type", "A body is JSON here, and its Content-Type says so: application/json.", false);
    private static final ApiError UNAVAILABLE =
            new ApiError("unavailable", "The service cannot do this right now.", true);

    @ExceptionHandler
    ResponseEntity<ApiError> refused(ApiException e) {
        return answer(e.status(), e.error());
    }

    @ExceptionHandler
    ResponseEntity<ApiError> unreadable(HttpMessageNotReadableException unreadable) {
        if (NestedExceptionUtils.getRootCause(unreadable) instanceof BodyLimit.TooLargeException) {
            return answer(HttpStatus.CONTENT_TOO_LARGE, TOO_LARGE);
        }
        // Without the parser's words: they quote the body.
        var why = unreadable.getCause() instanceof UnrecognizedPropertyException unknown
                ? StrictReader.printable(unknown.getPropertyName()) + ": unknown"
                : "The body is not the JSON it must be.";
        return answer(HttpStatus.BAD_REQUEST, new ApiError("malformed", why, false));
    }

    /// The ids and records check what they are given, and say what is wrong.
    @ExceptionHandler
    ResponseEntity<ApiError> invalid(IllegalArgumentException e) {
        return answer(HttpStatus.BAD_REQUEST, new ApiError("invalid_argument", String.valueOf(e.getMessage()), false));
    }

    @ExceptionHandler
    ResponseEntity<ApiError> withoutRegistry(RegistryUnavailableException e) {
        LOG.warn("a call failed: {}", e.getMessage());
        return answer(HttpStatus.SERVICE_UNAVAILABLE, UNAVAILABLE);
    }

    @ExceptionHandler
    ResponseEntity<ApiError> unexpected(Exception e) {
        if (e instanceof ErrorResponse known) {
            return ResponseEntity.status(known.getStatusCode())
                    .headers(known.getHeaders())
                    .body(errorOf(known.getStatusCode()));
        }
        LOG.error("a call failed", e);
        return answer(HttpStatus.SERVICE_UNAVAILABLE, UNAVAILABLE);
    }

    private static ApiError errorOf(HttpStatusCode status) {
        if (status.isSameCodeAs(HttpStatus.METHOD_NOT_ALLOWED)) {
            return OTHER_METHOD;
        }
        return status.isSameCodeAs(HttpStatus.UNSUPPORTED_MEDIA_TYPE) ? NO_JSON : NOT_SERVED;
    }

    private static ResponseEntity<ApiError> answer(HttpStatusCode status, ApiError error) {
        return ResponseEntity.status(status).body(error);
    }
}
