package dev.gatehouse.registry.document.redis;

import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.registry.document.DocumentKey;
import dev.gatehouse.registry.document.StoredDocument;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.List;
import java.util.Optional;

/// Reads the newest version of a document.
final class ReadDocument {

    private static final LuaScript SCRIPT = LuaScript.beside(ReadDocument.class, "read-document.lua");

    static ScriptCall<Optional<StoredDocument>> call(DocumentKey document) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.document(document.game(), document.name())),
                new ScriptArguments(),
                reply -> reply.size() == 0
                        ? Optional.empty()
                        : Optional.of(new StoredDocument(reply.number(0), new JsonText(reply.text(1)))));
    }

    private ReadDocument() {}
}
