package dev.gatehouse.registry.topic.redis;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.registry.topic.TopicEntry;
import java.nio.charset.StandardCharsets;

/// How an entry is kept: `kind/once/player`, a line feed, and what was said. `once` makes no two the same.
final class EntryText {

    private static final byte END = '\n';

    static ByteString said(String once, ByteString what) {
        return ByteString.copyFromUtf8("said/" + once + "/" + (char) END).concat(what);
    }

    static ByteString head(String kind, String once, String player) {
        return ByteString.copyFromUtf8(kind + "/" + once + "/" + player + (char) END);
    }

    /// @throws IllegalStateException if it was written by something else
    static TopicEntry read(ByteString entry) {
        int end = indexOfEnd(entry);
        var head = entry.substring(0, end).toString(StandardCharsets.UTF_8).split("/", -1);
        return switch (head[0]) {
            case "joined" -> new TopicEntry.Joined(new PlayerId(head[2]));
            case "left" -> new TopicEntry.Left(new PlayerId(head[2]));
            case "closed" -> new TopicEntry.Closed();
            case "said" -> new TopicEntry.Said(entry.substring(end + 1));
            default -> throw new IllegalStateException("an entry of a topic of another kind than those known here");
        };
    }

    /// Where the first line ends.
    static int indexOfEnd(ByteString bytes) {
        for (int i = 0; i < bytes.size(); i++) {
            if (bytes.byteAt(i) == END) {
                return i;
            }
        }
        throw new IllegalStateException("an entry of a topic without its first line");
    }

    private EntryText() {}
}
