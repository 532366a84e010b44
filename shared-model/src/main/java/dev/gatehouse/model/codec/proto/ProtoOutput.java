package dev.gatehouse.model.codec.proto;

import com.google.protobuf.ByteString;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Memory that takes values in protobuf's wire format, each looked at once: a length is filled in behind what it
/// measures. Used by one thread.
public final class ProtoOutput {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int MAX_VARINT = 10;
    private static final int MAX_SIZE = Integer.MAX_VALUE - 8;

    /// Characters of which the bytes are surely few enough for a length of one byte.
    private static final int SHORT_TEXT = 127 / 3;

    private byte[] bytes;
    private int size;

    /// @param expected bytes; it takes more as well
    public ProtoOutput(int expected) {
        // With room for the last number, before which it is not known how short that will be.
        bytes = new byte[expected + MAX_VARINT];
    }

    public int size() {
        return size;
    }

    public void clear() {
        size = 0;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /// The memory itself: what was written is at its start. It is another one once more is written.
    public byte[] array() {
        return bytes;
    }

    private void reserve(int more) {
        if (more > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), (int) Math.min(2L * size, MAX_SIZE)));
        }
    }

    /// @param wireType one of the constants of [WireFormat]
    void tag(int number, int wireType) {
        varint(Integer.toUnsignedLong((number << 3) | wireType));
    }

    void varint(long value) {
        reserve(MAX_VARINT);
        long left = value;
        while ((left & ~0x7FL) != 0) {
            bytes[size++] = (byte) ((left & 0x7F) | 0x80);
            left >>>= 7;
        }
        bytes[size++] = (byte) left;
    }

    void fixed32(int value) {
        reserve(Integer.BYTES);
        INT.set(bytes, size, value);
        size += Integer.BYTES;
    }

    void fixed64(long value) {
        reserve(Long.BYTES);
        LONG.set(bytes, size, value);
        size += Long.BYTES;
    }

    /// With its length. A half of a surrogate pair becomes a question mark.
    void text(String text) {
        if (text.length() > SHORT_TEXT || !ascii(text)) {
            bytes(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /// @return whether all of it was; else nothing is written
    private boolean ascii(String text) {
        int length = text.length();
        reserve(1 + length);
        bytes[size] = (byte) length;
        for (int i = 0; i < length; i++) {
            char unit = text.charAt(i);
            if (unit >= 0x80) {
                return false;
            }
            bytes[size + 1 + i] = (byte) unit;
        }
        size += 1 + length;
        return true;
    }

    private void bytes(byte[] value) {
        varint(value.length);
        reserve(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    /// With their length.
    void bytes(ByteString value) {
        varint(value.size());
        raw(value);
    }

    /// Without a length.
    void raw(ByteString value) {
        reserve(value.size());
        value.copyTo(bytes, size);
        size += value.size();
    }

    /// Keeps a place for the length of what comes next.
    ///
    /// @return for [#end]
    int begin() {
        reserve(1);
        return size++;
    }

    /// What was begun is there. Most of it is under 128 bytes; a longer one moves up, so that its length has room.
    void end(int place) {
        int length = size - place - 1;
        if (length < 0x80) {
            bytes[place] = (byte) length;
            return;
        }
        int more = (Integer.SIZE - 1 - Integer.numberOfLeadingZeros(length)) / 7;
        reserve(more);
        System.arraycopy(bytes, place + 1, bytes, place + 1 + more, length);
        size = place;
        varint(length);
        size += length;
    }
}
