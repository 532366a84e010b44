package dev.gatehouse.model.codec;

import java.util.regex.Pattern;

/// Texts of somebody else's, such as a client's, that are about to stand in a log.
public final class OneLine {

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");

    /// The text with `?` in place of whatever breaks a line or controls a terminal.
    public static String of(String text) {
        return CONTROLS.matcher(text).replaceAll("?");
    }

    private OneLine() {}
}
