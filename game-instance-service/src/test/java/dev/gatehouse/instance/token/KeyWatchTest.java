package dev.gatehouse.instance.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.instance.life.InstanceExamples;
import dev.gatehouse.instance.token.PartnerTokens.PairCheck.Bad;
import dev.gatehouse.instance.token.PartnerTokens.PairCheck.Good;
import dev.gatehouse.instance.token.SigningKeys.Rules;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.partner.PartnerSigningKey;
import dev.gatehouse.testing.TestTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyWatchTest {

    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration PAIR_LIFETIME = Duration.ofHours(1);
    private static final Rules RULES =
            new Rules("issuer", Duration.ofMinutes(10), PAIR_LIFETIME.plus(Duration.ofMinutes(10)));

    private final TestTime time = new TestTime();
    private final PartnerSigningKey first = PartnerSigningKey.generate();
    private final Files files = new Files(List.of(first));
    private final List<Boolean> readings = new ArrayList<>();
    private final KeyWatch keys = new KeyWatch(files, RULES, time, readings::add);
    private final AtomicInteger ids = new AtomicInteger();
    private final PartnerTokens tokens = new PartnerTokens(keys, PAIR_LIFETIME, () -> "token-" + ids.incrementAndGet());

    KeyWatchTest() throws IOException {}

    @BeforeEach
    void start() {
        var _ = keys.start(time.executor(), EVERY);
    }

    @Test
    void changesTheKeyWithoutLosingAToken() {
        var old = mint();
        var second = PartnerSigningKey.generate(time.instant());
        files.keys = List.of(first, second);
        time.passes(EVERY);

        assertThat(tokens.jwks()).contains(first.name(), second.name());
        assertThat(keyOf(mint())).isEqualTo(first.name());

        time.passes(Duration.ofMinutes(10));
        assertThat(keyOf(mint())).isEqualTo(second.name());
        assertThat(check(old)).isInstanceOf(Good.class);

        files.keys = List.of(second);
        time.passes(Duration.ofMinutes(49));
        assertThat(check(old)).isInstanceOf(Good.class);
        assertThat(keys.size()).isEqualTo(2);

        time.passes(Duration.ofHours(1));
        assertThat(keys.size()).isEqualTo(1);
        assertThat(tokens.jwks()).doesNotContain(first.name());
        assertThat(check(old)).isEqualTo(new Bad(PartnerError.UNAUTHENTICATED));
    }

    @Test
    void keepsTheKnownKeysWhereTheyCannotBeRead() {
        var pair = mint();
        files.keys = null;
        time.passes(EVERY.multipliedBy(3));
        files.keys = List.of();
        time.passes(EVERY);

        assertThat(readings).containsExactly(false, false, false, false);
        assertThat(check(pair)).isInstanceOf(Good.class);
        assertThat(keyOf(mint())).isEqualTo(first.name());

        files.keys = List.of(first);
        time.passes(EVERY);
        assertThat(readings.getLast()).isTrue();
    }

    @Test
    void doesNotStartWithoutKeys() {
        files.keys = null;

        assertThatThrownBy(() -> new KeyWatch(files, RULES, time, readings::add))
                .isInstanceOf(IOException.class);
    }

    private PartnerTokens.Minted mint() {
        return tokens.mintPair(InstanceExamples.SERVER, InstanceExamples.GAME, InstanceExamples.ID, time.instant());
    }

    private PartnerTokens.PairCheck check(PartnerTokens.Minted pair) {
        return tokens.checkPair(pair.socialToken(), pair.gameToken(), time.instant());
    }

    private static String keyOf(PartnerTokens.Minted pair) {
        var header = pair.gameToken().split("\\.", -1)[0];
        var kid = new String(Base64.getUrlDecoder().decode(header), UTF_8).replaceFirst(".*\"kid\":\"", "");
        return kid.substring(0, kid.indexOf('"'));
    }

    /// Files that a test changes; null stands for files that are not there.
    private static final class Files implements PrivateKeys {

        private @Nullable List<PartnerSigningKey> keys;

        private Files(List<PartnerSigningKey> keys) {
            this.keys = keys;
        }

        @Override
        public List<PartnerSigningKey> read() throws IOException {
            if (keys == null) {
                throw new IOException("keys: gone");
            }
            return keys;
        }
    }
}
