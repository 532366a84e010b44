package dev.gatehouse.launcher.simulator.line;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Reads the frames of a WebSocket without extensions, and puts messages together that came in
/// pieces. One thread at a time.
final class MessageReader {

    private static final int MAX_BYTES = 1024 * 1024;
    private static final int MASK_BYTES = 4;

    private final DataInputStream in;
    private final ByteArrayOutputStream pieces = new ByteArrayOutputStream();
    private int begun; // The opcode of the message whose pieces these are.

    MessageReader(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /// The next whole message, or a control frame, which may come between the pieces of one.
    /// Blocks.
    ///
    /// @throws IOException at the end, and where a message is too long
    Message next() throws IOException {
        while (true) {
            int first = in.readUnsignedByte();
            int opcode = first & 0x0F;
            boolean isLast = (first & 0x80) != 0;
            byte[] payload = payload();
            if (opcode >= 8) {
                return new Message(opcode, payload);
            }
            if (opcode != 0) {
                begun = opcode;
            }
            pieces.write(payload);
            require(pieces.size());
            if (isLast) {
                var whole = new Message(begun, pieces.toByteArray());
                pieces.reset();
                return whole;
            }
        }
    }

    private byte[] payload() throws IOException {
        int second = in.readUnsignedByte();
        long length = switch (second & 0x7F) {
            case 126 -> in.readUnsignedShort();
            case 127 -> in.readLong();
            default -> second & 0x7F;
        };
        require(length);
        byte[] mask = in.readNBytes((second & 0x80) == 0 ? 0 : MASK_BYTES);
        byte[] payload = new byte[(int) length];
        in.readFully(payload);
        if (mask.length == MASK_BYTES) {
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i % MASK_BYTES];
            }
        }
        return payload;
    }

    private static void require(long length) throws IOException {
        if (length < 0 || length > MAX_BYTES) {
            throw new IOException("a message of " + length + " bytes (expected: <= " + MAX_BYTES + ")");
        }
    }
}
