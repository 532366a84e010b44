package dev.gatehouse.instance.partner.web;

import java.time.Duration;
import org.apache.tomcat.websocket.Constants;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.standard.StandardWebSocketSession;

/// Has Tomcat close a socket on which nothing comes, as one whose other end went without a word.
final class IdleTimeout {

    static void of(WebSocketSession session, Duration idle) {
        if (session instanceof StandardWebSocketSession standard) {
            standard.getNativeSession().getUserProperties().put(Constants.READ_IDLE_TIMEOUT_MS, idle.toMillis());
        }
    }

    private IdleTimeout() {}
}
