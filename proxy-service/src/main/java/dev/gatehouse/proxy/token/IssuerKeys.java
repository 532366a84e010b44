package dev.gatehouse.proxy.token;

import java.util.List;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/// The public keys of one issuer. Safe to use from any thread.
///
/// @param <K> what a key is to whoever checks signatures
@FunctionalInterface
public interface IssuerKeys<K> {

    /// The keys that fit a token. Never fails.
    Mono<KeyAnswer<K>> find(Predicate<K> fits);

    /// Keys that never change.
    static <K> IssuerKeys<K> fixed(List<K> keys) {
        var all = List.copyOf(keys);
        return fits -> Mono.just(new KeyAnswer.Known<>(all.stream().filter(fits).toList()));
    }
}
