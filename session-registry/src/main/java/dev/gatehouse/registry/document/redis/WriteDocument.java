package dev.gatehouse.registry.document.redis;

import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.registry.document.DocumentKey;
import dev.gatehouse.registry.document.Written;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import dev.gatehouse.registry.redis.ScriptReply;
import java.time.Duration;
import java.util.List;

/// Writes or deletes a document, if its writer has seen the newest version, and tells everybody who follows it.
final class WriteDocument {

    private static final LuaScript SCRIPT = LuaScript.beside(WriteDocument.class, "write-document.lua");

    /// How long a deleted document's version is known, so that its successor's are others.
    static final Duration DELETED_TTL = Duration.ofDays(7);

    /// Whichever version there is.
    private static final long ANY = -1;

    static ScriptCall<Written> write(DocumentKey document, long seen, JsonText value, JsonText patch, String once) {
        return call(document, seen, value.text(), patch.text(), once);
    }

    static ScriptCall<Written> delete(DocumentKey document, String once) {
        return call(document, ANY, "", "", once);
    }

    private static ScriptCall<Written> call(DocumentKey document, long seen, String value, String patch, String once) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.document(document.game(), document.name())),
                new ScriptArguments()
                        .add(seen)
                        .add(value)
                        .add(patch)
                        .add(once)
                        .add(RegistryKeys.documentChannel(document.game(), document.name()))
                        .add(DELETED_TTL),
                WriteDocument::written);
    }

    private static Written written(ScriptReply reply) {
        return switch (reply.text(0)) {
            case "done" -> new Written.Done(reply.number(1));
            case "conflict" -> new Written.Conflict(reply.number(1));
            default -> throw new IllegalStateException("write-document.lua said something unknown");
        };
    }

    private WriteDocument() {}
}
