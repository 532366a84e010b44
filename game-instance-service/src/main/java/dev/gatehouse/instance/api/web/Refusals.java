package dev.gatehouse.instance.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Says no to callers whose token does not do, in the shape of every other error.
@Component
class Refusals {

    private final JsonMapper json;

    Refusals(JsonMapper json) {
        this.json = json;
    }

    void unauthenticated(HttpServletRequest request, HttpServletResponse response, Exception cause) throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer");
        write(response, HttpStatus.UNAUTHORIZED, "unauthenticated", "A good operator token is needed.");
    }

    void forbidden(HttpServletRequest request, HttpServletResponse response, Exception cause) throws IOException {
        write(response, HttpStatus.FORBIDDEN, "forbidden", "The token has not the scope for this.");
    }

    void tooLarge(HttpServletResponse response) throws IOException {
        write(response, HttpStatus.CONTENT_TOO_LARGE, ApiErrors.TOO_LARGE.code(), ApiErrors.TOO_LARGE.message());
    }

    private void write(HttpServletResponse response, HttpStatus status, String code, String message)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        json.writeValue(response.getOutputStream(), new ApiError(code, message, false));
    }
}
