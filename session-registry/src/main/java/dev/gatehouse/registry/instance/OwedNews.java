package dev.gatehouse.registry.instance;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.protocol.ServerMessage.InstanceEvent;
import dev.gatehouse.model.schema.Member;
import java.time.Instant;

/// What a player is to hear of an instance and is not known to have heard.
///
/// @param number counts the news of the instance
/// @param why for people; empty where there is nothing to say
/// @param since when it came up, in milliseconds since 1970
/// @param due when it is told again, in milliseconds since 1970
public record OwedNews(
        @Member(1) long number,
        @Member(2) PlayerId player,
        @Member(3) InstanceEvent event,
        @Member(4) String why,
        @Member(5) long since,
        @Member(6) long due) {

    public boolean isDue(Instant now) {
        return now.toEpochMilli() >= due;
    }

    /// What it is, however often it is told.
    public Key key() {
        return new Key(number, player, event, since);
    }

    public record Key(long number, PlayerId player, InstanceEvent event, long since) {}

    public OwedNews dueAt(Instant next) {
        return new OwedNews(number, player, event, why, since, next.toEpochMilli());
    }
}
