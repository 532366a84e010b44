package dev.gatehouse.proxy.forwarded;

import java.net.InetAddress;
import java.util.regex.Pattern;

/// Whom one forwarder forwarded for, as it says.
sealed interface Hop {

    /// The longest is an address with a port.
    Pattern PORT = Pattern.compile(":\\d{1,5}");

    Pattern HIDDEN = Pattern.compile("unknown|_[A-Za-z0-9._-]+", Pattern.CASE_INSENSITIVE);

    record At(InetAddress address) implements Hop {}

    /// Not told (RFC 7239, 6.2 and 6.3).
    record Hidden() implements Hop {}

    record Unreadable() implements Hop {}

    /// Reads `192.0.2.1`, `192.0.2.1:80`, `[2001:db8::1]:80` and, where it stands bare, `2001:db8::1`.
    ///
    /// @param bare whether IPv6 may do without its brackets
    static Hop of(String text, boolean bare) {
        if (text.startsWith("[")) {
            var end = text.indexOf(']');
            return end < 0 || !isPort(text.substring(end + 1)) ? new Unreadable() : at(text.substring(1, end), true);
        }
        var colon = text.indexOf(':');
        if (colon >= 0 && text.indexOf(':', colon + 1) < 0) {
            return isPort(text.substring(colon)) ? at(text.substring(0, colon), false) : new Unreadable();
        }
        return colon >= 0 && !bare ? new Unreadable() : at(text, colon >= 0);
    }

    private static Hop at(String address, boolean six) {
        return six == address.contains(":")
                ? Network.address(address).<Hop>map(At::new).orElseGet(Unreadable::new)
                : new Unreadable();
    }

    private static boolean isPort(String text) {
        return text.isEmpty() || PORT.matcher(text).matches();
    }

    static boolean isHidden(String text) {
        return HIDDEN.matcher(text).matches();
    }
}
