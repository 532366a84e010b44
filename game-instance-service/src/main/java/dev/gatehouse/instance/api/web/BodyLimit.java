package dev.gatehouse.instance.api.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Reads no more of a body than any call needs, whoever calls.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BodyLimit extends OncePerRequestFilter {

    /// More than the largest request of a game server takes, or a creation.
    static final int MAX_BYTES = 1024 * 1024;

    private final Refusals refusals;

    BodyLimit(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MAX_BYTES) {
            refusals.tooLarge(response);
        } else {
            chain.doFilter(new Limited(request), response);
        }
    }

    /// A body that did not say how long it is, and is too long.
    static final class TooLargeException extends IOException {

        private static final long serialVersionUID = 1;

        TooLargeException() {
            super("more than " + MAX_BYTES + " bytes");
        }
    }

    private static final class Limited extends HttpServletRequestWrapper {

        Limited(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedBody(super.getInputStream(), MAX_BYTES);
        }
    }
}
