package dev.gatehouse.registry.document;

import dev.gatehouse.model.schema.JsonText;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// The documents of all games. Each change is told to every node that follows the document; sent again, it is done
/// once. Safe for use by several threads.
public interface DocumentStore {

    CompletionStage<Optional<StoredDocument>> read(DocumentKey document);

    /// @param seen the version that the writer has seen; 0 where there must be no such document yet
    /// @param patch RFC 6902, from the seen version to the value; of no use where there was none
    CompletionStage<Written> write(DocumentKey document, long seen, JsonText value, JsonText patch);

    /// Takes the document away, whichever version it has. Should it come back, its versions go on.
    CompletionStage<Written> delete(DocumentKey document);
}
