package dev.gatehouse.client.websocket;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Puts the parts of one message together, up to a bound.
final class MessageParts {

    /// What came of a part.
    sealed interface Added {

        /// The message has more parts.
        record More() implements Added {}

        /// This was its last part. Nobody else holds the array.
        @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
        record Whole(byte[] message) implements Added {}

        /// It is over the bound.
        record TooLarge() implements Added {}
    }

    private final int maxBytes;
    private final ByteArrayOutputStream soFar = new ByteArrayOutputStream();
    private char heldBack;

    MessageParts(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    Added add(CharSequence part, boolean last) {
        if (soFar.size() + part.length() > maxBytes) {
            return new Added.TooLarge();
        }
        var text = heldBack == 0 ? part.toString() : heldBack + part.toString();
        heldBack = 0;
        // A part may end between the two halves of a character, which only make sense together.
        if (!last && !text.isEmpty() && Character.isHighSurrogate(text.charAt(text.length() - 1))) {
            heldBack = text.charAt(text.length() - 1);
            text = text.substring(0, text.length() - 1);
        }
        return add(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), last);
    }

    Added add(ByteBuffer part, boolean last) {
        if (soFar.size() + part.remaining() > maxBytes) {
            return new Added.TooLarge();
        }
        var bytes = new byte[part.remaining()];
        part.get(bytes);
        if (last && soFar.size() == 0) {
            return new Added.Whole(bytes);
        }
        soFar.writeBytes(bytes);
        if (!last) {
            return new Added.More();
        }
        var whole = soFar.toByteArray();
        soFar.reset();
        return new Added.Whole(whole);
    }
}
