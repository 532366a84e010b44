package dev.gatehouse.model.codec.checksum;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// What the hash of a value with members is taken of: for each member its number or index and its hash, 8 bytes each,
/// little endian.
final class HashInput {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[256];
    private int length;

    void clear() {
        length = 0;
    }

    void add(long number, long hash) {
        if (length + 2 * Long.BYTES > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        LONG.set(bytes, length, number);
        LONG.set(bytes, length + Long.BYTES, hash);
        length += 2 * Long.BYTES;
    }

    long hash() {
        return XxHash64.hash(bytes, length);
    }
}
