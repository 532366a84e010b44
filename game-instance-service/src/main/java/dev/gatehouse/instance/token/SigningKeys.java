package dev.gatehouse.instance.token;

import dev.gatehouse.model.partner.PartnerKeys;
import dev.gatehouse.model.partner.PartnerSigningKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The keys of this service, and which of them signs at a time. Pure: every replica that reads the same keys says
/// the same at the same time, whenever it was started.
///
/// ```text
///  made (iat)       + publishBefore       the next key begins       + keepAfter
///      |  only published   |      signs            |   only published    |  forgotten, once it is not read any more
/// ```
///
/// A key that does not say when it was made may sign at once. Immutable.
public final class SigningKeys {

    /// How long whoever fetches the published keys may keep them.
    public static final Duration CACHED_FOR = Duration.ofMinutes(5);

    /// More keys than this are refused.
    static final int MAX_KEYS = 16;

    private static final Comparator<Known> ORDER = Comparator.comparing(Known::begins)
            .thenComparing(Known::isThere)
            .thenComparing(known -> known.key().name());

    private final Rules rules;
    private final List<Known> known; // In ORDER.
    private final PartnerKeys published;

    private SigningKeys(Rules rules, Stream<Known> known) {
        this.rules = rules;
        this.known = known.sorted(ORDER).toList();
        this.published = PartnerKeys.of(published(), rules.issuer());
    }

    /// @param issuer `iss` of all that is signed
    /// @param publishBefore how long a key is only published, from its `iat` on, before it signs
    /// @param keepAfter how long one is published after it last signed: no shorter than what it signed is good
    public record Rules(String issuer, Duration publishBefore, Duration keepAfter) {

        public Rules {
            if (publishBefore.compareTo(CACHED_FOR) <= 0) {
                throw new IllegalArgumentException("publishBefore: " + publishBefore + " (expected: > " + CACHED_FOR
                        + ", for which others keep the keys that they know)");
            }
        }
    }

    /// @param goneSince when it was no longer there to be read; absent while it is
    private record Known(
            PartnerSigningKey key, Instant begins, @Nullable Instant goneSince) {

        boolean isThere() {
            return goneSince == null;
        }
    }

    /// @throws IllegalArgumentException as in [#with]
    public static SigningKeys of(Collection<PartnerSigningKey> present, Rules rules) {
        return new SigningKeys(rules, Stream.empty()).with(present, Instant.EPOCH);
    }

    /// With the keys that were read now. One that was known and is not among them is kept until what it signed is
    /// gone.
    ///
    /// @param present 1 to 16 keys
    /// @throws IllegalArgumentException if they cannot be told apart by their names, or by when they were made
    public SigningKeys with(Collection<PartnerSigningKey> present, Instant now) {
        var byName = named(present);
        for (Known each : known) {
            var same = byName.get(each.key().name());
            if (same != null && !same.published().equals(each.key().published())) {
                throw new IllegalArgumentException(
                        "key " + same.name() + ": another one than before (expected: a new name for a new key)");
            }
        }
        var gone = known.stream()
                .filter(each -> !byName.containsKey(each.key().name()))
                .map(each -> each.goneSince() != null ? each : new Known(each.key(), each.begins(), now));
        var there = byName.values().stream().map(key -> new Known(key, beginOf(key), null));
        return new SigningKeys(rules, Stream.concat(there, gone)).at(now);
    }

    /// Without those whose last token is gone by now.
    SigningKeys at(Instant now) {
        var signer = signing(now);
        var kept = known.stream()
                .filter(each -> each.equals(signer) || now.isBefore(keptUntil(each, signer, now)))
                .toList();
        return kept.size() == known.size() ? this : new SigningKeys(rules, kept.stream());
    }

    /// The key that signs now: of those that may and are there, the newest. Where none is, one that is gone goes on
    /// until the next may; and where there never was one, the next does not wait.
    PartnerSigningKey signer(Instant now) {
        return signing(now).key();
    }

    private Known signing(Instant now) {
        var begun = known.stream().filter(each -> !now.isBefore(each.begins())).toList();
        return begun.stream()
                .filter(Known::isThere)
                .reduce((_, later) -> later)
                .or(() -> begun.stream().reduce((_, later) -> later))
                .orElseGet(
                        () -> known.stream().filter(Known::isThere).findFirst().orElseThrow());
    }

    private Instant keptUntil(Known each, Known signer, Instant now) {
        var gone = each.goneSince();
        if (gone == null) {
            return Instant.MAX;
        }
        boolean tookOver = signer.begins().isAfter(gone) && !now.isBefore(signer.begins());
        return (tookOver ? signer.begins() : gone).plus(rules.keepAfter());
    }

    /// All keys that tokens are checked with.
    List<PartnerSigningKey> published() {
        return known.stream().map(Known::key).toList();
    }

    PartnerKeys checks() {
        return published;
    }

    String issuer() {
        return rules.issuer();
    }

    private Instant beginOf(PartnerSigningKey key) {
        return key.issuedAt().map(made -> made.plus(rules.publishBefore())).orElse(Instant.EPOCH);
    }

    private static Map<String, PartnerSigningKey> named(Collection<PartnerSigningKey> present) {
        if (present.isEmpty() || present.size() > MAX_KEYS) {
            throw new IllegalArgumentException("keys: " + present.size() + " (expected: 1 to " + MAX_KEYS + ")");
        }
        if (present.stream().filter(key -> key.issuedAt().isEmpty()).count() > 1) {
            throw new IllegalArgumentException("keys: two without iat (expected: at most one)");
        }
        var byName = new HashMap<String, PartnerSigningKey>();
        for (PartnerSigningKey key : present) {
            if (byName.put(key.name(), key) != null) {
                throw new IllegalArgumentException("key " + key.name() + ": twice there (expected: each once)");
            }
        }
        return byName;
    }
}
