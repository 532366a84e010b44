package dev.gatehouse.model.error;

import java.util.Locale;

/// What a client does after a connection has ended. The server decides it and every SDK obeys it.
///
/// The close code alone carries it, so an SDK knows what to do about a [ConnectionError] it has never heard of: below
/// 4500 reconnect, from 4500 do not.
public enum Advice implements Column {
    /// Reconnect at once, and resume where there is a session.
    RECONNECT(4000),
    /// Reconnect after the advised delay.
    RECONNECT_LATER(4001),
    /// Do not reconnect; tell the player why.
    INFORM(4500),
    /// Do not reconnect; ask for an update of the game.
    UPDATE(4501),
    /// Do not reconnect with these credentials; log in again.
    LOGIN(4502),
    /// Do nothing: the client wanted it so.
    NONE(4503);

    private static final int FIRST_WITHOUT_RETRY = 4500;

    private final int closeCode;

    Advice(int closeCode) {
        this.closeCode = closeCode;
    }

    /// What a close code of ours advises. A code from 4000 to 4999 that this version does not know counts as
    /// [#RECONNECT] or [#INFORM], by its half of the range.
    ///
    /// @throws IllegalArgumentException for a code that is not from 4000 to 4999
    public static Advice ofCloseCode(int closeCode) {
        if (closeCode < 4000 || closeCode > 4999) {
            throw new IllegalArgumentException("closeCode: " + closeCode + " (expected: 4000 to 4999)");
        }
        for (var advice : values()) {
            if (advice.closeCode == closeCode) {
                return advice;
            }
        }
        return closeCode < FIRST_WITHOUT_RETRY ? RECONNECT : INFORM;
    }

    /// The name on the wire and in the docs.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// 4000 to 4499 where a client may reconnect by itself, else 4500 to 4999.
    public int closeCode() {
        return closeCode;
    }

    /// Whether a client may reconnect by itself.
    public boolean reconnects() {
        return closeCode < FIRST_WITHOUT_RETRY;
    }
}
