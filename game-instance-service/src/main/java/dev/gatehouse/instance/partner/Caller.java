package dev.gatehouse.instance.partner;

import dev.gatehouse.instance.life.LastSeen;
import dev.gatehouse.instance.token.PartnerTokens.Pair;
import org.jspecify.annotations.Nullable;

/// Who makes a request: a server, by its pair, over one connection.
///
/// @param link names the connection; absent for the HTTP form, which cannot link
/// @param shown whether the server itself has shown this pair; false after a refresh that it may not have heard
/// @param seen the instance as this connection saw it last
public record Caller(Pair pair, @Nullable String link, boolean shown, LastSeen seen) {

    /// One who has shown its pair.
    public Caller(Pair pair, @Nullable String link) {
        this(pair, link, true, new LastSeen(pair.instance()));
    }

    /// The same connection, from now on by its next pair.
    public Caller renewed(Pair next) {
        return new Caller(next, link, false, seen);
    }
}
