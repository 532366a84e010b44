package dev.gatehouse.proxy.faults;

import dev.gatehouse.proxy.scene.RawSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What a client may send that WebSocket does not allow.
final class BadFrame {

    private static final int PROTOCOL_ERROR = 1002;
    private static final int INVALID_PAYLOAD = 1007;
    private static final int FIN = 0x80;
    private static final int TEXT = FIN | 1;
    private static final int PING = FIN | 9;
    private static final int CLOSE = FIN | 8;

    private final String name;
    private final byte[] bytes;
    private final int closeCode;

    /// @param closeCode the answer that RFC 6455 wants
    private BadFrame(String name, byte[] bytes, int closeCode) {
        this.name = name;
        this.bytes = bytes;
        this.closeCode = closeCode;
    }

    byte[] bytes() {
        return bytes;
    }

    int closeCode() {
        return closeCode;
    }

    static List<BadFrame> all() {
        List<BadFrame> all = new ArrayList<>();
        all.add(protocol("RSV1", 0x40 | TEXT));
        all.add(protocol("RSV2", 0x20 | TEXT));
        all.add(protocol("RSV3", 0x10 | TEXT));
        IntStream.concat(IntStream.rangeClosed(3, 7), IntStream.rangeClosed(0xb, 0xf))
                .forEach(opcode -> all.add(protocol("opcode " + opcode, FIN | opcode)));
        all.add(new BadFrame("not masked", new byte[] {(byte) TEXT, 2, '{', '}'}, PROTOCOL_ERROR));
        all.add(protocol("ping in fragments", 9));
        all.add(new BadFrame("ping of 126 bytes", RawSocket.frame(PING, new byte[126]), PROTOCOL_ERROR));
        all.add(protocol("continues nothing", FIN));
        all.add(new BadFrame("message within a message", twice(RawSocket.frame(1, bytes("{"))), PROTOCOL_ERROR));
        for (var code : new int[] {0, 999, 1004, 1005, 1006, 1015, 2999}) {
            all.add(new BadFrame("close code " + code, close(code, new byte[0]), PROTOCOL_ERROR));
        }
        all.add(new BadFrame("close of one byte", RawSocket.frame(CLOSE, new byte[1]), PROTOCOL_ERROR));
        all.add(new BadFrame("close reason not UTF-8", close(1000, new byte[] {(byte) 0xff}), INVALID_PAYLOAD));
        all.add(text("an overlong slash", 0xc0, 0xaf));
        all.add(text("half of a surrogate pair", 0xed, 0xa0, 0x80));
        all.add(text("a code point too high", 0xf5, 0x80, 0x80, 0x80));
        all.add(text("a character cut short", 0xe2, 0x82));
        return all;
    }

    private static BadFrame protocol(String name, int first) {
        return new BadFrame(name, RawSocket.frame(first, bytes("{}")), PROTOCOL_ERROR);
    }

    private static BadFrame text(String name, int... units) {
        var payload = ByteBuffer.allocate(units.length);
        IntStream.of(units).forEach(unit -> payload.put((byte) unit));
        return new BadFrame(name, RawSocket.frame(TEXT, payload.array()), INVALID_PAYLOAD);
    }

    private static byte[] close(int code, byte[] reason) {
        return RawSocket.frame(
                CLOSE,
                ByteBuffer.allocate(2 + reason.length)
                        .putShort((short) code)
                        .put(reason)
                        .array());
    }

    private static byte[] twice(byte[] frame) {
        return ByteBuffer.allocate(2 * frame.length).put(frame).put(frame).array();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name;
    }
}
