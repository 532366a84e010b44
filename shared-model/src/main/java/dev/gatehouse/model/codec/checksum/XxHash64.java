package dev.gatehouse.model.codec.checksum;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// XXH64 with seed 0, as its specification describes it (github.com/Cyan4973/xxHash). Fast and well spread, and no
/// protection against somebody who wants two inputs to collide.
final class XxHash64 {

    private static final long PRIME_1 = 0x9E3779B185EBCA87L;
    private static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
    private static final long PRIME_3 = 0x165667B19E3779F9L;
    private static final long PRIME_4 = 0x85EBCA77C2B2AE63L;
    private static final long PRIME_5 = 0x27D4EB2F165667C5L;
    /// The sum of the first two primes, and zero less the first, modulo 2^64: where two lanes start.
    private static final long LANE_1 = 0x60EA27EEADC0B5D6L;
    private static final long LANE_4 = 0x61C8864E7A143579L;
    private static final int STRIPE = 32;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /// The hash of the first `length` bytes.
    static long hash(byte[] bytes, int length) {
        int at = 0;
        long hash = PRIME_5;
        if (length >= STRIPE) {
            hash = stripes(bytes, length);
            at = length - length % STRIPE;
        }
        hash += length;
        for (; at + Long.BYTES <= length; at += Long.BYTES) {
            hash = last(hash, (long) LONG.get(bytes, at));
        }
        if (at + Integer.BYTES <= length) {
            hash ^= Integer.toUnsignedLong((int) INT.get(bytes, at)) * PRIME_1;
            hash = Long.rotateLeft(hash, 23) * PRIME_2 + PRIME_3;
            at += Integer.BYTES;
        }
        for (; at < length; at++) {
            hash ^= Byte.toUnsignedLong(bytes[at]) * PRIME_5;
            hash = Long.rotateLeft(hash, 11) * PRIME_1;
        }
        return avalanche(hash);
    }

    /// The hash of what a collection's is taken of: for each element its index from 0 and its hash, 8 bytes each.
    /// Without a copy of these, as large collections are hashed at every change.
    static long hash(HashNode[] elements) {
        int inStripes = elements.length & ~1;
        long hash = inStripes == 0 ? PRIME_5 : stripes(elements, inStripes);
        hash += 2L * Long.BYTES * elements.length;
        if (inStripes < elements.length) {
            hash = last(last(hash, inStripes), elements[inStripes].hash());
        }
        return avalanche(hash);
    }

    private static long stripes(HashNode[] elements, int count) {
        long a = LANE_1;
        long b = PRIME_2;
        long c = 0;
        long d = LANE_4;
        for (int i = 0; i < count; i += 2) {
            a = round(a, i);
            b = round(b, elements[i].hash());
            c = round(c, i + 1L);
            d = round(d, elements[i + 1].hash());
        }
        return merge(a, b, c, d);
    }

    private static long stripes(byte[] bytes, int length) {
        long a = LANE_1;
        long b = PRIME_2;
        long c = 0;
        long d = LANE_4;
        for (int at = 0; at + STRIPE <= length; at += STRIPE) {
            a = round(a, (long) LONG.get(bytes, at));
            b = round(b, (long) LONG.get(bytes, at + 8));
            c = round(c, (long) LONG.get(bytes, at + 16));
            d = round(d, (long) LONG.get(bytes, at + 24));
        }
        return merge(a, b, c, d);
    }

    private static long merge(long a, long b, long c, long d) {
        long hash = Long.rotateLeft(a, 1) + Long.rotateLeft(b, 7) + Long.rotateLeft(c, 12) + Long.rotateLeft(d, 18);
        return merge(merge(merge(merge(hash, a), b), c), d);
    }

    private static long round(long lane, long input) {
        return Long.rotateLeft(lane + input * PRIME_2, 31) * PRIME_1;
    }

    private static long merge(long hash, long lane) {
        return (hash ^ round(0, lane)) * PRIME_1 + PRIME_4;
    }

    /// Takes in 8 bytes behind the last stripe.
    private static long last(long hash, long input) {
        return Long.rotateLeft(hash ^ round(0, input), 27) * PRIME_1 + PRIME_4;
    }

    private static long avalanche(long hash) {
        hash = (hash ^ (hash >>> 33)) * PRIME_2;
        hash = (hash ^ (hash >>> 29)) * PRIME_3;
        return hash ^ (hash >>> 32);
    }

    private XxHash64() {}
}
