package dev.gatehouse.proxy.forwarded;

import dev.gatehouse.proxy.forwarded.ForwardedProperties.Header;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads the headers of forwarders: the first hop is the farthest. What a stranger wrote comes first and may be
/// anything,
/// so one hop that cannot be read spoils nothing until it is needed.
final class Hops {

    /// @return empty where not even the hops can be told apart
    static Optional<List<Hop>> in(Header header, String value) {
        return switch (header) {
            case X_FORWARDED_FOR ->
                Optional.of(Arrays.stream(value.split(",", -1))
                        .map(hop -> Hop.of(hop.strip(), true))
                        .toList());
            case FORWARDED ->
                split(value, ',')
                        .map(elements -> elements.stream().map(Hops::element).toList());
        };
    }

    /// RFC 7239, 4: pairs of a name and a value, each name once at most.
    private static Hop element(String element) {
        var pairs = split(element, ';').orElse(List.of());
        var found = new ArrayList<String>();
        for (var pair : pairs) {
            var equals = pair.indexOf('=');
            if (equals < 1) {
                return new Hop.Unreadable();
            }
            if (pair.substring(0, equals).strip().toLowerCase(Locale.ROOT).equals("for")) {
                found.add(pair.substring(equals + 1).strip());
            }
        }
        return switch (found.size()) {
            case 0 -> new Hop.Hidden();
            case 1 -> node(found.getFirst());
            default -> new Hop.Unreadable();
        };
    }

    private static Hop node(String value) {
        var quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        var node = quoted ? value.substring(1, value.length() - 1) : value;
        if (Hop.isHidden(node)) {
            return new Hop.Hidden();
        }
        // A colon or a bracket is no part of a token: such a node must be quoted.
        return !quoted && (node.contains(":") || node.contains("[")) ? new Hop.Unreadable() : Hop.of(node, false);
    }

    /// Splits outside of quoted strings.
    ///
    /// @return empty where a quoted string does not end, or holds an escape, which no address needs
    private static Optional<List<String>> split(String value, char separator) {
        List<String> parts = new ArrayList<>();
        var start = 0;
        var quoted = false;
        for (var i = 0; i < value.length(); i++) {
            var character = value.charAt(i);
            if (character == '"') {
                quoted = !quoted;
            } else if (quoted && character == '\\') {
                return Optional.empty();
            } else if (!quoted && character == separator) {
                parts.add(value.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(value.substring(start));
        return quoted ? Optional.empty() : Optional.of(parts);
    }

    private Hops() {}
}
