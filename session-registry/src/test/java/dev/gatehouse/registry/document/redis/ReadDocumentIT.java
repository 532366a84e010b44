package dev.gatehouse.registry.document.redis;

import static dev.gatehouse.registry.OnRedis.GAME;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.registry.document.DocumentKey;
import dev.gatehouse.registry.document.StoredDocument;
import dev.gatehouse.testing.RedisExtension;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class ReadDocumentIT {

    private final RedisDocumentStore documents =
            new RedisDocumentStore(SCRIPTS, () -> UUID.randomUUID().toString());

    @Test
    void givesTheNewestVersion() throws Exception {
        var shop = new DocumentKey(GAME, "shop/today");
        var value = new JsonText("{\"name\":\"Gl\u00fcck\"}");
        answer(documents.write(shop, 0, value, new JsonText("[]")));

        assertThat(answer(documents.read(shop))).contains(new StoredDocument(1, value));
    }

    @Test
    void keepsGamesAndDocumentsApart() throws Exception {
        answer(documents.write(new DocumentKey(GAME, "shop/today"), 0, new JsonText("1"), new JsonText("[]")));

        assertThat(answer(documents.read(new DocumentKey(GAME, "shop/tomorrow"))))
                .isEmpty();
        assertThat(answer(documents.read(new DocumentKey(new GameId("other"), "shop/today"))))
                .isEmpty();
    }
}
