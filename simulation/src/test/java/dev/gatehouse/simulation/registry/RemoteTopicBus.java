package dev.gatehouse.simulation.registry;

import dev.gatehouse.registry.memory.ModelTopics;
import dev.gatehouse.registry.topic.Topic;
import dev.gatehouse.registry.topic.TopicBus;
import dev.gatehouse.registry.topic.TopicEntry;
import dev.gatehouse.simulation.time.Life;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// One process's connection for what is published: in order while it lasts, and lost with it. Whoever follows
/// is told after each interruption.
public final class RemoteTopicBus implements TopicBus, ServerLine {

    private final RegistryServer server;
    private final Life life;

    /// Who wants to hear what, in the process.
    private final Map<Topic, Follower> followers = new LinkedHashMap<>();

    /// What the registry sends on the present connection.
    private final Set<Topic> subscribed = new HashSet<>();

    /// Grows with every interruption: what belongs to an earlier connection goes nowhere.
    private long connection;

    private boolean up = true;
    private long lastArrival;
    private long lastMessage;
    private long notBefore;

    public RemoteTopicBus(RegistryServer server, Life life, ModelTopics topics) {
        this.server = server;
        this.life = life;
        ModelTopics.Channel channel = this::published;
        topics.open(channel);
        life.onEnd(() -> topics.close(channel));
    }

    private void published(Topic topic, long number, TopicEntry entry) {
        if (up && subscribed.contains(topic)) {
            deliver(topic, follower -> follower.heard(number, entry));
        }
    }

    private interface Delivery {
        void to(Follower follower);
    }

    private void deliver(Topic topic, Delivery delivery) {
        long mine = connection;
        lastMessage = server.arrival(Math.max(notBefore, lastMessage));
        life.at(lastMessage, () -> {
            var follower = followers.get(topic);
            if (mine == connection && follower != null) {
                delivery.to(follower);
            }
        });
    }

    @Override
    public void follow(Topic topic, Follower follower) {
        followers.put(topic, follower);
        if (up) {
            subscribe(topic);
        }
    }

    private void subscribe(Topic topic) {
        arrive(() -> {
            subscribed.add(topic);
            deliver(topic, Follower::connected);
        });
    }

    @Override
    public void unfollow(Topic topic) {
        followers.remove(topic);
        if (up) {
            arrive(() -> subscribed.remove(topic));
        }
    }

    private void arrive(Runnable step) {
        long mine = connection;
        lastArrival = server.arrival(Math.max(notBefore, lastArrival));
        server.at(lastArrival, () -> {
            if (mine == connection) {
                step.run();
            }
        });
    }

    @Override
    public void retry() {
        // The line comes back by itself.
    }

    @Override
    public void stall(Duration length) {
        notBefore = Math.max(notBefore, server.now() + length.toNanos());
    }

    /// Of what was on its way nothing arrives.
    @Override
    public void interrupt(int arriving, Duration until) {
        connection++;
        up = false;
        subscribed.clear();
        life.in(until, this::reconnected);
    }

    private void reconnected() {
        if (!up) {
            up = true;
            followers.keySet().forEach(this::subscribe);
        }
    }
}
