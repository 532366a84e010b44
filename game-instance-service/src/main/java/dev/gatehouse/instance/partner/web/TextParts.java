package dev.gatehouse.instance.partner.web;

import org.springframework.web.socket.TextMessage;

/// Puts one message after the other together from the parts that it comes in, up to a bound: so that no socket needs
/// a buffer for the longest. Used by one socket's callbacks.
public final class TextParts {

    private final int most;
    private final StringBuilder parts = new StringBuilder();
    private boolean isTooLong;

    /// @param most characters of one message
    public TextParts(int most) {
        this.most = most;
    }

    /// What has come of a message.
    public sealed interface So {

        record Whole(String text) implements So {}

        /// There is more to come.
        record Far() implements So {}

        /// Said once; the rest of it goes by.
        record TooLong() implements So {}
    }

    public So add(TextMessage part) {
        boolean wasTooLong = isTooLong;
        isTooLong |= parts.length() + part.getPayload().length() > most;
        if (!isTooLong) {
            parts.append(part.getPayload());
        }
        return wasTooLong ? rest(part) : isTooLong ? tooLong(part) : whole(part);
    }

    private So rest(TextMessage part) {
        isTooLong = !part.isLast();
        return new So.Far();
    }

    private So tooLong(TextMessage part) {
        parts.setLength(0);
        isTooLong = !part.isLast();
        return new So.TooLong();
    }

    private So whole(TextMessage part) {
        if (!part.isLast()) {
            return new So.Far();
        }
        var text = parts.toString();
        parts.setLength(0);
        parts.trimToSize();
        return new So.Whole(text);
    }
}
