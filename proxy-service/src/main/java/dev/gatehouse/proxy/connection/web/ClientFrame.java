package dev.gatehouse.proxy.connection.web;

import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;

/// A whole message as it came from a client.
final class ClientFrame {

    private final byte[] bytes;
    private final boolean text;

    private ClientFrame(byte[] bytes, boolean text) {
        this.bytes = bytes;
        this.text = text;
    }

    static ClientFrame copyOf(WebSocketFrame frame) {
        return new ClientFrame(ByteBufUtil.getBytes(frame.content()), frame instanceof TextWebSocketFrame);
    }

    /// The message itself, not a copy: whoever passes it on gives it away.
    byte[] bytes() {
        return bytes;
    }

    boolean isText() {
        return text;
    }
}
