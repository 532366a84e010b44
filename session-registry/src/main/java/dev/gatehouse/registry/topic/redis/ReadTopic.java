package dev.gatehouse.registry.topic.redis;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import dev.gatehouse.registry.redis.ScriptReply;
import dev.gatehouse.registry.topic.Topic;
import dev.gatehouse.registry.topic.TopicEntry;
import dev.gatehouse.registry.topic.TopicMember;
import dev.gatehouse.registry.topic.TopicNews;
import dev.gatehouse.registry.topic.TopicNews.Since;
import java.util.ArrayList;
import java.util.List;

/// Reads what happened in a topic after a number, and who its members are.
final class ReadTopic {

    private static final LuaScript SCRIPT = LuaScript.beside(ReadTopic.class, "read-topic.lua");

    static ScriptCall<TopicNews> call(Topic topic, long after) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(
                        RegistryKeys.topicPosition(topic.game(), topic.name()),
                        RegistryKeys.topicLog(topic.game(), topic.name()),
                        RegistryKeys.topicMembers(topic.game(), topic.name())),
                new ScriptArguments().add(after).add(PostTopic.TTL),
                reply -> new TopicNews(
                        reply.number(0), since(reply.text(1)), entries(reply.list(2)), members(reply.list(3))));
    }

    private static Since since(String word) {
        return switch (word) {
            case "there" -> Since.THERE;
            case "start" -> Since.NEW_START;
            case "forgotten" -> Since.FORGOTTEN;
            default -> throw new IllegalStateException("read-topic.lua said something unknown");
        };
    }

    private static List<TopicEntry> entries(ScriptReply reply) {
        var entries = new ArrayList<TopicEntry>();
        for (int i = 0; i < reply.size(); i++) {
            entries.add(EntryText.read(reply.bytes(i)));
        }
        return List.copyOf(entries);
    }

    private static List<TopicMember> members(ScriptReply reply) {
        var members = new ArrayList<TopicMember>();
        for (int i = 0; i < reply.size(); i += 2) {
            var value = reply.text(i + 1).split("/", -1);
            members.add(new TopicMember(new SessionId(reply.text(i)), new PlayerId(value[0]), new NodeId(value[1])));
        }
        return List.copyOf(members);
    }

    private ReadTopic() {}
}
