package dev.gatehouse.session.document;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.patch.JsonPatches;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.servercode.Document;
import dev.gatehouse.model.servercode.DocumentWrite;
import dev.gatehouse.model.servercode.Documents;
import dev.gatehouse.registry.document.DocumentKey;
import dev.gatehouse.registry.document.DocumentStore;
import dev.gatehouse.registry.document.StoredDocument;
import dev.gatehouse.registry.document.Written;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

/// The documents of one game, for its server code.
///
/// @param threads for the game's code and for what takes long, such as virtual ones
public record GameDocuments(GameId game, DocumentStore store, DocumentProperties limits, Executor threads)
        implements Documents {

    private static final JsonText NOTHING = new JsonText("null");

    /// How often a change is made again from the result of one that was faster.
    private static final int ATTEMPTS = 32;

    @Override
    public CompletionStage<Optional<Document>> find(String name) {
        return store.read(new DocumentKey(game, name))
                .thenApply(found -> found.map(stored -> new Document(name, stored.version(), stored.value())));
    }

    @Override
    public CompletionStage<DocumentWrite> replace(String name, long seen, JsonText value) {
        var document = new DocumentKey(game, name);
        return store.read(document)
                .thenComposeAsync(
                        found -> {
                            long newest = found.map(StoredDocument::version).orElse(0L);
                            return newest == seen
                                    ? write(document, found, value)
                                    : CompletableFuture.completedStage(new DocumentWrite.Conflict(newest));
                        },
                        threads);
    }

    @Override
    public CompletionStage<DocumentWrite> update(String name, JsonText initial, UnaryOperator<JsonText> change) {
        return update(new DocumentKey(game, name), initial, change, 1);
    }

    private CompletionStage<DocumentWrite> update(
            DocumentKey document, JsonText initial, UnaryOperator<JsonText> change, int attempt) {
        return store.read(document)
                .thenComposeAsync(found -> changed(document, found, initial, change), threads)
                .thenCompose(written -> written instanceof DocumentWrite.Conflict && attempt < ATTEMPTS
                        ? update(document, initial, change, attempt + 1)
                        : CompletableFuture.completedStage(written));
    }

    private CompletionStage<DocumentWrite> changed(
            DocumentKey document, Optional<StoredDocument> found, JsonText initial, UnaryOperator<JsonText> change) {
        var value = change.apply(found.map(StoredDocument::value).orElse(initial));
        return found.filter(stored -> stored.value().equals(value))
                .<CompletionStage<DocumentWrite>>map(
                        stored -> CompletableFuture.completedStage(new DocumentWrite.Done(stored.version())))
                .orElseGet(() -> write(document, found, value));
    }

    private CompletionStage<DocumentWrite> write(DocumentKey document, Optional<StoredDocument> found, JsonText value) {
        int size = value.text().getBytes(StandardCharsets.UTF_8).length;
        if (size > limits.maxValueBytes()) {
            throw new IllegalArgumentException(
                    "value: " + size + " bytes (expected: at most " + limits.maxValueBytes() + ")");
        }
        var before = found.map(StoredDocument::value).orElse(NOTHING);
        long seen = found.map(StoredDocument::version).orElse(0L);
        return store.write(document, seen, value, patch(before, value)).thenApply(written -> switch (written) {
            case Written.Done(var version) -> new DocumentWrite.Done(version);
            case Written.Conflict(var version) -> new DocumentWrite.Conflict(version);
        });
    }

    private static JsonText patch(JsonText before, JsonText value) {
        try {
            return JsonPatches.between(before, value);
        } catch (DecodeException e) {
            throw new IllegalArgumentException("value: " + e.getMessage() + " (expected: JSON)", e);
        }
    }

    @Override
    public CompletionStage<Boolean> delete(String name) {
        return store.delete(new DocumentKey(game, name)).thenApply(Written.Done.class::isInstance);
    }
}
