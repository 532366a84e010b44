package dev.gatehouse.simulation.node;

import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.registry.document.DocumentBus;
import dev.gatehouse.registry.document.DocumentKey;
import dev.gatehouse.registry.document.DocumentStore;
import dev.gatehouse.registry.document.StoredDocument;
import dev.gatehouse.registry.document.Written;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// A game that has no documents.
final class NoDocuments implements DocumentStore, DocumentBus {

    @Override
    public CompletionStage<Optional<StoredDocument>> read(DocumentKey document) {
        return completedFuture(Optional.empty());
    }

    @Override
    public CompletionStage<Written> write(DocumentKey document, long seen, JsonText value, JsonText patch) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException(document + ": there are no documents"));
    }

    @Override
    public CompletionStage<Written> delete(DocumentKey document) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException(document + ": there are no documents"));
    }

    @Override
    public void follow(DocumentKey document, Follower follower) {}

    @Override
    public void unfollow(DocumentKey document) {}

    @Override
    public void retry() {}
}
