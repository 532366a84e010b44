package dev.gatehouse.session.topic;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.proto.ProtoCodec;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.GroupChange;
import dev.gatehouse.model.protocol.ServerMessage.GroupChanged;
import dev.gatehouse.registry.topic.Topic;
import dev.gatehouse.registry.topic.TopicEntry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What clients hear of what happens in a topic.
public final class TopicMessages {

    private static final Logger log = LoggerFactory.getLogger(TopicMessages.class);

    private static final ProtoCodec<ServerMessage.Event> EVENTS = ProtoCodec.of(ServerMessage.Event.class);

    /// An event as it is said in a topic.
    public static ByteString said(ServerMessage.Event event) {
        return EVENTS.encodeToByteString(event);
    }

    /// @return empty for what a newer version said
    static Optional<ServerMessage.Numbered> of(Topic topic, TopicEntry entry) {
        return switch (entry) {
            case TopicEntry.Joined(var player) -> Optional.of(changed(topic, GroupChange.JOINED, player));
            case TopicEntry.Left(var player) -> Optional.of(changed(topic, GroupChange.LEFT, player));
            case TopicEntry.Closed _ -> Optional.of(changed(topic, GroupChange.CLOSED, null));
            case TopicEntry.Said(var what) -> event(topic, what);
        };
    }

    private static Optional<ServerMessage.Numbered> event(Topic topic, ByteString what) {
        try {
            return Optional.of(EVENTS.decode(what));
        } catch (DecodeException e) {
            log.warn("What was said in {} cannot be read: {}", topic, e.getMessage());
            return Optional.empty();
        }
    }

    static GroupChanged changed(Topic topic, GroupChange change, @Nullable PlayerId player) {
        return new GroupChanged(topic.name().substring(topic.name().indexOf('/') + 1), change, player);
    }

    private TopicMessages() {}
}
