package dev.gatehouse.registry.document.redis;

import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.registry.document.DocumentKey;
import dev.gatehouse.registry.document.DocumentStore;
import dev.gatehouse.registry.document.StoredDocument;
import dev.gatehouse.registry.document.Written;
import dev.gatehouse.registry.redis.Scripts;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/// Documents in Redis.
public final class RedisDocumentStore implements DocumentStore {

    private final Scripts scripts;

    /// Gives a word that nobody was given before.
    private final Supplier<String> once;

    public RedisDocumentStore(Scripts scripts, Supplier<String> once) {
        this.scripts = scripts;
        this.once = once;
    }

    @Override
    public CompletionStage<Optional<StoredDocument>> read(DocumentKey document) {
        return scripts.run(ReadDocument.call(document));
    }

    @Override
    public CompletionStage<Written> write(DocumentKey document, long seen, JsonText value, JsonText patch) {
        return scripts.run(WriteDocument.write(document, seen, value, patch, once.get()));
    }

    @Override
    public CompletionStage<Written> delete(DocumentKey document) {
        return scripts.run(WriteDocument.delete(document, once.get()));
    }
}
