package dev.gatehouse.launcher.simulator.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// One message of a WebSocket, or one of its control frames.
final class Message {

    static final int TEXT = 1;

    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int SHORT_LENGTH = 126;
    private static final int LONG_LENGTH = 127;

    private final int opcode;
    private final byte[] payload;

    /// @param opcode as RFC 6455 numbers them
    /// @param payload not to be changed any more
    Message(int opcode, byte[] payload) {
        this.opcode = opcode;
        this.payload = payload;
    }

    static Message text(String text) {
        return new Message(TEXT, text.getBytes(UTF_8));
    }

    boolean isText() {
        return opcode == TEXT;
    }

    String text() {
        return new String(payload, UTF_8);
    }

    /// Writes it as one frame.
    ///
    /// @param masked as clients must; with zeros, as nobody is to be protected on the way to the
    ///     same machine
    void write(OutputStream out, boolean masked) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var frame = new DataOutputStream(bytes);
        frame.writeByte(FINAL | opcode);
        int mask = masked ? MASKED : 0;
        if (payload.length < SHORT_LENGTH) {
            frame.writeByte(mask | payload.length);
        } else if (payload.length <= 0xFFFF) {
            frame.writeByte(mask | SHORT_LENGTH);
            frame.writeShort(payload.length);
        } else {
            frame.writeByte(mask | LONG_LENGTH);
            frame.writeLong(payload.length);
        }
        if (masked) {
            frame.writeInt(0);
        }
        frame.write(payload);
        out.write(bytes.toByteArray());
        out.flush();
    }
}
