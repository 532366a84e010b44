package dev.gatehouse.proxy.token;

import dev.gatehouse.proxy.refusal.Verdict;
import reactor.core.publisher.Mono;

/// Tells whose token it is.
public interface Tokens {

    /// Longer tokens are refused before anything in them is read, in characters.
    int MAX_LENGTH = 8 * 1024;

    /// Refused with 2802 where the token was good once, with 3300 where it never was, and with 4051 where that cannot
    /// be found out now. Never fails.
    Mono<Verdict<Identity>> identify(String token);
}
