package dev.gatehouse.registry.memory;

import static java.util.concurrent.CompletableFuture.completedFuture;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.topic.Posted;
import dev.gatehouse.registry.topic.Topic;
import dev.gatehouse.registry.topic.TopicEntry;
import dev.gatehouse.registry.topic.TopicMember;
import dev.gatehouse.registry.topic.TopicNews;
import dev.gatehouse.registry.topic.TopicNews.Since;
import dev.gatehouse.registry.topic.Topics;
import dev.gatehouse.registry.topic.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// `post-topic.lua` and `read-topic.lua`, and who hears what is published.
public final class ModelTopics implements Topics {

    private static final int KEPT = 512;
    private static final long TTL = Duration.ofMinutes(10).toMillis();
    private static final int SPEAKERS = 10_000;
    private static final long SPEAKER_TTL = Duration.ofMinutes(30).toMillis();

    private final LongSupplier millis;
    private final Map<Topic, Keys> topics = new HashMap<>();
    private final List<Channel> channels = new ArrayList<>();

    /// Hears everything that is published, as it is.
    @FunctionalInterface
    public interface Channel {
        void published(Topic topic, long number, TopicEntry entry);
    }

    /// Position, log and members are forgotten together, as each use prolongs all of them.
    private static final class Keys {

        private long first;
        private long last;
        private long until;
        private final List<TopicEntry> log = new ArrayList<>();
        private final Map<SessionId, TopicMember> members = new LinkedHashMap<>();

        /// Who spoke last comes last.
        private final Map<SessionId, Spoken> spoken = new LinkedHashMap<>();

        private boolean hasPlayer(PlayerId player) {
            return members.values().stream().anyMatch(member -> member.player().equals(player));
        }
    }

    private record Spoken(long number, long at) {}

    ModelTopics(LongSupplier millis) {
        this.millis = millis;
    }

    public void open(Channel channel) {
        channels.add(channel);
    }

    public void close(Channel channel) {
        channels.remove(channel);
    }

    private Keys of(Topic topic) {
        long now = millis.getAsLong();
        var keys = topics.computeIfAbsent(topic, _ -> new Keys());
        if (now > keys.until) {
            keys.log.clear();
            keys.members.clear();
            // Numbers start at the time, so that those of a topic that was forgotten never come again.
            keys.first = Math.max(now * 1_000, keys.last + 1);
            keys.last = keys.first;
        }
        keys.until = now + TTL;
        return keys;
    }

    @Override
    public CompletionStage<Posted> join(Topic topic, TopicMember member, int most) {
        var keys = of(topic);
        boolean known = keys.members.containsKey(member.session());
        if (!known && keys.members.size() >= most) {
            return completedFuture(new Posted.Full());
        }
        boolean told = !known && !keys.hasPlayer(member.player());
        keys.members.put(member.session(), member);
        if (told) {
            publish(topic, keys, new TopicEntry.Joined(member.player()));
        }
        return completedFuture(new Posted.Done(keys.last, playersOf(keys)));
    }

    @Override
    public CompletionStage<Posted> takeOver(Topic topic, TopicMember member) {
        var keys = of(topic);
        if (keys.members.replace(member.session(), member) == null) {
            return completedFuture(new Posted.Absent());
        }
        return completedFuture(new Posted.Done(keys.last, playersOf(keys)));
    }

    private static List<PlayerId> playersOf(Keys keys) {
        return keys.members.values().stream()
                .map(TopicMember::player)
                .distinct()
                .toList();
    }

    @Override
    public CompletionStage<Posted> leave(Topic topic, TopicMember member) {
        var keys = of(topic);
        if (!keys.members.remove(member.session(), member)) {
            return completedFuture(new Posted.Absent());
        }
        if (!keys.hasPlayer(member.player())) {
            publish(topic, keys, new TopicEntry.Left(member.player()));
        }
        return done(keys);
    }

    @Override
    public CompletionStage<Posted> close(Topic topic) {
        var keys = of(topic);
        if (keys.members.isEmpty()) {
            return completedFuture(new Posted.Absent());
        }
        keys.members.clear();
        publish(topic, keys, new TopicEntry.Closed());
        return done(keys);
    }

    @Override
    public CompletionStage<Posted> say(Topic topic, @Nullable SessionId member, @Nullable Word word, ByteString what) {
        var keys = of(topic);
        if (word != null && repeats(keys, word)) {
            return done(keys);
        }
        if (member != null && !keys.members.containsKey(member)) {
            return completedFuture(new Posted.Absent());
        }
        publish(topic, keys, new TopicEntry.Said(what));
        if (word != null) {
            remember(keys, word);
        }
        return done(keys);
    }

    private static boolean repeats(Keys keys, Word word) {
        var spoken = keys.spoken.get(word.session());
        return spoken != null && spoken.number() >= word.number();
    }

    private void remember(Keys keys, Word word) {
        long now = millis.getAsLong();
        keys.spoken.remove(word.session());
        keys.spoken.put(word.session(), new Spoken(word.number(), now));
        keys.spoken.values().removeIf(spoken -> spoken.at() <= now - SPEAKER_TTL);
        if (keys.spoken.size() > SPEAKERS) {
            keys.spoken.remove(keys.spoken.keySet().iterator().next());
        }
    }

    private void publish(Topic topic, Keys keys, TopicEntry entry) {
        keys.last++;
        keys.log.add(entry);
        if (keys.log.size() > KEPT) {
            keys.log.removeFirst();
        }
        List.copyOf(channels).forEach(channel -> channel.published(topic, keys.last, entry));
    }

    private static CompletionStage<Posted> done(Keys keys) {
        return completedFuture(new Posted.Done(keys.last, List.of()));
    }

    @Override
    public CompletionStage<TopicNews> read(Topic topic, long after) {
        var keys = of(topic);
        var since = Since.THERE;
        long missing = 0;
        if (after >= 0) {
            missing = keys.last - after;
            if (after < keys.first) {
                since = Since.NEW_START;
                missing = keys.last - keys.first;
            }
            if (missing < 0 || missing > keys.log.size()) {
                since = Since.FORGOTTEN;
                missing = missing < 0 ? 0 : keys.log.size();
            }
        }
        var entries = keys.log.subList(keys.log.size() - Math.toIntExact(missing), keys.log.size());
        return completedFuture(
                new TopicNews(keys.last, since, List.copyOf(entries), List.copyOf(keys.members.values())));
    }
}
