package dev.gatehouse.proxy.connection;

import java.util.List;
import java.util.Locale;

/// Which web pages may connect. Browsers send `Origin` and cannot be talked out of it; other clients need not send any.
public final class Origins {

    private static final String ANY = "*";
    private static final String ANY_PORT = ":*";

    private final List<String> allowed;
    private final boolean required;

    /// @param required whether clients that are no pages are refused
    public Origins(List<String> allowed, boolean required) {
        this.allowed = allowed.stream().map(Origins::lower).toList();
        this.required = required;
    }

    /// @param origins every `Origin` line of a request
    /// @param browser whether something else in the request says that a browser sent it
    public boolean allow(List<String> origins, boolean browser) {
        return switch (origins.size()) {
            case 0 -> !required && !browser;
            case 1 -> allows(origins.getFirst());
            default -> false;
        };
    }

    private boolean allows(String origin) {
        var asked = lower(origin);
        return allowed.stream().anyMatch(pattern -> matches(pattern, asked));
    }

    private static boolean matches(String pattern, String origin) {
        if (!pattern.endsWith(ANY_PORT)) {
            return pattern.equals(ANY) || pattern.equals(origin);
        }
        var host = pattern.substring(0, pattern.length() - ANY_PORT.length());
        return origin.equals(host)
                || (origin.startsWith(host + ":")
                        && origin.substring(host.length() + 1).chars().allMatch(Character::isDigit));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
