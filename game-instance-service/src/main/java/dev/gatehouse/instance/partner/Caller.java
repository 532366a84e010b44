package dev.gatehouse.instance.partner;

import dev.gatehouse.instance.token.PartnerTokens.Pair;
import org.jspecify.annotations.Nullable;

/// Who makes a request: a server, by its pair, over one connection.
///
/// @param link names the connection; absent for the HTTP form, which cannot link
public record Caller(Pair pair, @Nullable String link) {}
