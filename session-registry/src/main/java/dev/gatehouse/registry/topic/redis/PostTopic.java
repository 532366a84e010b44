package dev.gatehouse.registry.topic.redis;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import dev.gatehouse.registry.redis.ScriptReply;
import dev.gatehouse.registry.topic.Posted;
import dev.gatehouse.registry.topic.Topic;
import dev.gatehouse.registry.topic.Word;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Changes a topic's members or says something in it, and tells everybody who follows it.
final class PostTopic {

    private static final LuaScript SCRIPT = LuaScript.beside(PostTopic.class, "post-topic.lua");

    /// Entries that are kept for nodes that missed them.
    static final int KEPT = 512;

    static final Duration TTL = Duration.ofMinutes(10);

    /// Sessions whose last word is remembered, those that spoke last.
    static final int SPEAKERS = 10_000;

    /// Longer than a client may be away before it says something again.
    static final Duration SPEAKER_TTL = Duration.ofMinutes(30);

    /// @param session of the member it is about; empty for nobody
    /// @param member player/node; empty for nobody
    /// @param most members at once
    /// @param word absent where nobody says it again
    record Change(
            String kind,
            String session,
            String member,
            int most,
            ByteString entry,
            @Nullable Word word) {}

    static ScriptCall<Posted> call(Topic topic, Change change) {
        var word = change.word();
        return new ScriptCall<>(
                SCRIPT,
                List.of(
                        RegistryKeys.topicPosition(topic.game(), topic.name()),
                        RegistryKeys.topicLog(topic.game(), topic.name()),
                        RegistryKeys.topicMembers(topic.game(), topic.name()),
                        RegistryKeys.topicSaid(topic.game(), topic.name()),
                        RegistryKeys.topicSpeakers(topic.game(), topic.name())),
                new ScriptArguments()
                        .add(change.kind())
                        .add(change.session())
                        .add(change.member())
                        .add(change.most())
                        .add(change.entry())
                        .add(RegistryKeys.topicChannel(topic.game(), topic.name()))
                        .add(KEPT)
                        .add(TTL)
                        .add(word == null ? "" : word.session().value())
                        .add(word == null ? 0 : word.number())
                        .add(SPEAKERS)
                        .add(SPEAKER_TTL),
                PostTopic::posted);
    }

    private static Posted posted(ScriptReply reply) {
        return switch (reply.text(0)) {
            case "done" -> new Posted.Done(reply.number(1), players(reply.list(2)));
            case "full" -> new Posted.Full();
            case "absent" -> new Posted.Absent();
            default -> throw new IllegalStateException("post-topic.lua said something unknown");
        };
    }

    private static List<PlayerId> players(ScriptReply members) {
        return IntStream.range(0, members.size())
                .mapToObj(members::text)
                .map(member -> new PlayerId(member.substring(0, member.indexOf('/'))))
                .distinct()
                .toList();
    }

    private PostTopic() {}
}
