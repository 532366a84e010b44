package dev.gatehouse.model.link;

/// The layout of a frame on the link: `[channel: 4 bytes, big endian][kind: 1 byte][payload]`. A channel is one
/// client's socket on one proxy, numbered by that proxy and never reused on the same link; channel 0 is the link
/// itself.
public final class LinkFrame {

    /// Bytes before the payload.
    public static final int HEADER_BYTES = 5;

    public static final int LINK_CHANNEL = 0;

    /// What a payload is.
    public enum Kind {
        /// A client's frame, or one for a client, passed on as it is.
        BYTES(0),
        /// A [ProxyMessage] or [NodeMessage] in protobuf's wire format.
        CONTROL(1),
        /// No payload: send nothing more on this channel, its socket is full.
        PAUSE(2),
        /// No payload: go on sending on this channel.
        RESUME(3);

        private final byte number;

        Kind(int number) {
            this.number = (byte) number;
        }

        /// The kind with this number on the wire.
        ///
        /// @throws IllegalArgumentException if there is none
        public static Kind of(byte number) {
            return switch (number) {
                case 0 -> BYTES;
                case 1 -> CONTROL;
                case 2 -> PAUSE;
                case 3 -> RESUME;
                default -> throw new IllegalArgumentException("kind: " + number + " (expected: 0 to 3)");
            };
        }

        /// The number on the wire.
        public byte number() {
            return number;
        }
    }

    private LinkFrame() {}
}
