package dev.gatehouse.registry.document.redis;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.registry.document.DocumentBus;
import dev.gatehouse.registry.document.DocumentKey;
import dev.gatehouse.registry.redis.PubSubLine;
import dev.gatehouse.registry.redis.RegistryKeys;

/// The bus over Redis' publish and subscribe: one channel for each document. A message is the version, a line feed, and
/// the patch; without one the document is deleted.
public record RedisDocumentBus(PubSubLine line) implements DocumentBus {

    @Override
    public void follow(DocumentKey document, Follower follower) {
        line.add(channel(document), new PubSubLine.Follower() {

            @Override
            public void connected() {
                follower.connected();
            }

            @Override
            public void heard(ByteString message) {
                var text = message.toStringUtf8();
                int end = text.indexOf('\n');
                long version = Long.parseLong(text.substring(0, end));
                if (end == text.length() - 1) {
                    follower.deleted(version);
                } else {
                    follower.changed(version, new JsonText(text.substring(end + 1)));
                }
            }
        });
    }

    @Override
    public void unfollow(DocumentKey document) {
        line.remove(channel(document));
    }

    @Override
    public void retry() {
        line.retry();
    }

    private static String channel(DocumentKey document) {
        return RegistryKeys.documentChannel(document.game(), document.name());
    }
}
