package dev.gatehouse.registry.document.redis;

import static dev.gatehouse.registry.OnRedis.GAME;
import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.registry.document.DocumentKey;
import dev.gatehouse.registry.document.StoredDocument;
import dev.gatehouse.registry.document.Written;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.testing.RedisExtension;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class WriteDocumentIT {

    private static final JsonText PATCH = new JsonText("[]");
    private static final JsonText ONE = new JsonText("{\"gold\":1}");
    private static final JsonText TWO = new JsonText("{\"gold\":2}");

    private final DocumentKey shop = new DocumentKey(GAME, "shop/today");
    private final String key = RegistryKeys.document(GAME, "shop/today");
    private final AtomicInteger words = new AtomicInteger();
    private final RedisDocumentStore documents =
            new RedisDocumentStore(SCRIPTS, () -> "word-" + words.incrementAndGet());

    @Test
    void countsVersionsFromOne() throws Exception {
        assertThat(answer(documents.write(shop, 0, ONE, PATCH))).isEqualTo(new Written.Done(1));
        assertThat(answer(documents.write(shop, 1, TWO, PATCH))).isEqualTo(new Written.Done(2));
        assertThat(answer(documents.read(shop))).contains(new StoredDocument(2, TWO));
        assertThat(INSIDE.pttl(key)).isEqualTo(-1);
    }

    @Test
    void refusesAWriterWhoHasNotSeenTheNewest() throws Exception {
        answer(documents.write(shop, 0, ONE, PATCH));

        assertThat(answer(documents.write(shop, 0, TWO, PATCH))).isEqualTo(new Written.Conflict(1));
        assertThat(answer(documents.write(shop, 2, TWO, PATCH))).isEqualTo(new Written.Conflict(1));
        assertThat(answer(documents.read(shop))).contains(new StoredDocument(1, ONE));
    }

    @Test
    void refusesToChangeWhatIsNotThere() throws Exception {
        assertThat(answer(documents.write(shop, 1, ONE, PATCH))).isEqualTo(new Written.Conflict(0));
        assertThat(answer(documents.delete(shop))).isEqualTo(new Written.Conflict(0));
        assertThat(INSIDE.exists(key)).isZero();
    }

    @Test
    void goesOnWithTheVersionsOfADocumentThatWasDeleted() throws Exception {
        answer(documents.write(shop, 0, ONE, PATCH));

        assertThat(answer(documents.delete(shop))).isEqualTo(new Written.Done(2));
        assertThat(answer(documents.read(shop))).isEmpty();
        assertThat(INSIDE.pttl(key)).isBetween(1L, WriteDocument.DELETED_TTL.toMillis());

        assertThat(answer(documents.write(shop, 2, TWO, PATCH))).isEqualTo(new Written.Conflict(0));
        assertThat(answer(documents.write(shop, 0, TWO, PATCH))).isEqualTo(new Written.Done(3));
        assertThat(INSIDE.pttl(key)).isEqualTo(-1);
    }

    @Test
    void doesTheSameChangeOnceHoweverLateItIsSentAgain() throws Exception {
        var repeating = new RedisDocumentStore(SCRIPTS, () -> "the same");
        answer(repeating.write(shop, 0, ONE, PATCH));
        for (int version = 1; version <= 10; version++) {
            answer(documents.write(shop, version, TWO, PATCH));
        }

        assertThat(answer(repeating.write(shop, 0, ONE, PATCH))).isEqualTo(new Written.Done(1));
        assertThat(answer(documents.read(shop))).contains(new StoredDocument(11, TWO));
    }

    @Test
    void remembersABoundedNumberOfChanges() throws Exception {
        answer(documents.write(shop, 0, ONE, PATCH));
        for (int version = 1; version <= 300; version++) {
            answer(documents.write(shop, version, TWO, PATCH));
        }

        assertThat(INSIDE.hget(key, "lately")).hasSizeLessThanOrEqualTo(1024).endsWith("word-301=301 ");
    }
}
