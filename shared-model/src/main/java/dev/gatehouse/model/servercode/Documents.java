package dev.gatehouse.model.servercode;

import dev.gatehouse.model.schema.JsonText;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/// The game's documents: JSON values that its server code writes, on any node, and that clients
/// follow. Kept until they are deleted. From any thread; never blocks. Stages fail where the registry
/// cannot be asked: then it is not known whether a change is stored.
///
/// Each method throws [IllegalArgumentException] for a name that is not `collection/key`, each part of
/// 1 to 64 letters, digits, `.`, `_` or `-`.
public interface Documents {

    CompletionStage<Optional<Document>> find(String name);

    /// Writes a document that does not exist yet.
    ///
    /// @return fails with [IllegalArgumentException] if the value is not JSON, or larger than the
    ///     node's setting allows
    default CompletionStage<DocumentWrite> create(String name, JsonText value) {
        return replace(name, 0, value);
    }

    /// Writes the next version of a document.
    ///
    /// @param seen the version that the value was made from
    /// @return fails with [IllegalArgumentException] if the value is not JSON, or larger than the
    ///     node's setting allows
    CompletionStage<DocumentWrite> replace(String name, long seen, JsonText value);

    /// Changes a document however many do so at the same time: where another change was faster, this
    /// one is made from its result. A change that changes nothing writes nothing.
    ///
    /// @param initial what to change where there is no document yet
    /// @param change called on a virtual thread, once for each attempt
    /// @return [DocumentWrite.Conflict] if others were faster each of many times; fails with what the
    ///     change throws, or as [#replace]
    CompletionStage<DocumentWrite> update(String name, JsonText initial, UnaryOperator<JsonText> change);

    /// Takes a document away: whoever follows it hears that it is `deleted`.
    ///
    /// @return false if there was none
    CompletionStage<Boolean> delete(String name);
}
