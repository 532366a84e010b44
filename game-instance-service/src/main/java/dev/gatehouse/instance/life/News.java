package dev.gatehouse.instance.life;

import static java.util.function.Predicate.not;

import dev.gatehouse.instance.life.LifeEffect.ReleaseServer;
import dev.gatehouse.instance.life.LifeEffect.SendHostDetails;
import dev.gatehouse.instance.life.LifeEffect.TellPlayers;
import dev.gatehouse.instance.life.LifeEffect.TellServer;
import dev.gatehouse.instance.life.Outcome.Changed;
import dev.gatehouse.instance.life.Outcome.Unchanged;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.protocol.ServerMessage.InstanceEvent;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.InstanceRecord.Seat;
import dev.gatehouse.registry.instance.InstanceRecord.Unheard;
import dev.gatehouse.registry.instance.OwedNews;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Decides what players have yet to hear. What a change has them told is noted in the instance with the
/// change, until they are known to have heard it or to have no session; meanwhile it is told again, by
/// whichever node looks at the instance. Only that is kept which is still so.
final class News {

    /// For so long nothing is told again: who tells it, and notes that it was heard, may still be at it.
    /// Later the pause is as long as the news is old, up to [#LONGEST_PAUSE].
    static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /// A session that could still be surprised by the news is over by then.
    static final Duration GIVEN_UP_AFTER = Duration.ofDays(1);

    /// At most so many of those who have no seat any more; of more the last ones.
    static final int MAX_OF_THE_GONE = Seats.MAX;

    /// With all that these effects are about to tell.
    static InstanceRecord owing(InstanceRecord next, List<LifeEffect> effects, Instant at) {
        var now = next;
        for (LifeEffect effect : effects) {
            now = switch (effect) {
                case TellPlayers(var event, var players, var why) -> owing(now, event, players, why, at);
                case SendHostDetails(var players, var _) -> owing(now, InstanceEvent.HOST_DETAILS, players, "", at);
                case TellServer _, ReleaseServer _ -> now;
            };
        }
        return now;
    }

    private static InstanceRecord owing(
            InstanceRecord now, InstanceEvent event, Collection<PlayerId> players, String why, Instant at) {
        return owing(now, event, players, why, at, at.plus(FIRST_PAUSE));
    }

    private static InstanceRecord owing(
            InstanceRecord now,
            InstanceEvent event,
            Collection<PlayerId> players,
            String why,
            Instant at,
            Instant due) {
        var whom = new HashSet<>(players);
        var owed = now.owed().stream()
                .filter(news -> !whom.contains(news.player()) || !makesMoot(event, news.event()))
                .collect(Collectors.toCollection(ArrayList::new));
        long number = now.unheard().count();
        for (PlayerId player : players) {
            number++;
            owed.add(new OwedNews(number, player, event, why, at.toEpochMilli(), due.toEpochMilli()));
        }
        return now.withUnheard(new Unheard(withoutTooManyOfTheGone(now, owed), number));
    }

    /// Whether it need not be told any more once this has come up for the same player.
    private static boolean makesMoot(InstanceEvent event, InstanceEvent earlier) {
        return switch (event) {
            case ADDED, REMOVED, FAILED, ENDED, TERMINATED -> true;
            case HOST_DETAILS, UPDATED -> event == earlier;
        };
    }

    private static List<OwedNews> withoutTooManyOfTheGone(InstanceRecord now, List<OwedNews> owed) {
        var seated = Set.copyOf(Seats.ids(now.players()));
        var gone = owed.stream().filter(news -> !seated.contains(news.player())).toList();
        var dropped = Set.copyOf(gone.subList(0, Math.max(0, gone.size() - MAX_OF_THE_GONE)));
        return owed.stream().filter(not(dropped::contains)).toList();
    }

    /// Once these were heard, or the player turned out to have no session.
    static InstanceRecord heard(InstanceRecord now, List<OwedNews> heard, Instant at) {
        var owed = now.owed().stream().map(OwedNews::key).collect(Collectors.toSet());
        var next = without(now, heard);
        for (OwedNews news : heard) {
            next = owed.contains(news.key()) ? next : inOrder(next, news, at);
        }
        return next;
    }

    /// Who knows where to go knows that it belongs.
    private static InstanceRecord without(InstanceRecord now, List<OwedNews> heard) {
        var keys = heard.stream().map(OwedNews::key).collect(Collectors.toSet());
        var inTheKnow = now.owed().stream()
                .filter(news -> news.event() == InstanceEvent.HOST_DETAILS && keys.contains(news.key()))
                .map(OwedNews::player)
                .collect(Collectors.toSet());
        return now.withUnheard(now.unheard()
                .with(now.owed().stream()
                        .filter(news -> !keys.contains(news.key()))
                        .filter(news -> news.event() != InstanceEvent.ADDED || !inTheKnow.contains(news.player()))
                        .toList()));
    }

    /// What was heard was owed no more: it may have come after the news that took its place, so that the
    /// player hears the last once more.
    private static InstanceRecord inOrder(InstanceRecord now, OwedNews late, Instant at) {
        var player = late.player();
        boolean belongs = !Instances.isOver(now) && now.seat(player).isPresent();
        boolean isAwaited = now.seat(player)
                .filter(seat -> seat.connected() && !seat.present())
                .isPresent();
        boolean mayBeWrong = switch (late.event()) {
            // To whom it comes last, it may say that there is no server yet.
            case ADDED -> !belongs || isAwaited;
            case HOST_DETAILS -> !belongs;
            case REMOVED -> belongs;
            case UPDATED, FAILED, ENDED, TERMINATED -> false;
        };
        if (!mayBeWrong || isToHearMore(now, player)) {
            return now;
        }
        if (belongs) {
            // Whoever has heard that it does not belong knows no more where to go.
            boolean isConnected = now.seat(player).filter(Seat::connected).isPresent();
            var event = isConnected ? InstanceEvent.HOST_DETAILS : InstanceEvent.ADDED;
            return owing(now, event, List.of(player), "", at, at);
        }
        return Instances.isOver(now) && now.seat(player).isPresent()
                ? owing(now, Instances.newsOf(now.state()), List.of(player), Instances.whyOver(now), at, at)
                : owing(now, InstanceEvent.REMOVED, List.of(player), "", at, at);
    }

    /// Whether something waits to be told that says whether the player belongs.
    private static boolean isToHearMore(InstanceRecord now, PlayerId player) {
        return now.owed().stream()
                .anyMatch(news -> news.player().equals(player) && news.event() != InstanceEvent.UPDATED);
    }

    /// Once a player has come into the game.
    static InstanceRecord arrived(InstanceRecord now, PlayerId player) {
        return now.withUnheard(now.unheard()
                .with(now.owed().stream()
                        .filter(news -> !news.player().equals(player) || news.event() == InstanceEvent.UPDATED)
                        .toList()));
    }

    static Outcome tellAgain(InstanceRecord now, Instant at) {
        var due = now.owed().stream().filter(news -> news.isDue(at)).toList();
        if (due.isEmpty()) {
            return new Unchanged();
        }
        var kept = now.owed().stream()
                .filter(news -> !isGivenUp(news, at))
                .map(news -> news.isDue(at) ? news.dueAt(at.plus(pauseAfter(news, at))) : news)
                .toList();
        return new Changed(
                now.withUnheard(now.unheard().with(kept)),
                telling(now, due.stream().filter(news -> !isGivenUp(news, at))));
    }

    private static boolean isGivenUp(OwedNews news, Instant at) {
        return !at.isBefore(Instant.ofEpochMilli(news.since()).plus(GIVEN_UP_AFTER));
    }

    private static Duration pauseAfter(OwedNews news, Instant at) {
        var age = Duration.between(Instant.ofEpochMilli(news.since()), at);
        return age.compareTo(FIRST_PAUSE) < 0 ? FIRST_PAUSE : age.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : age;
    }

    /// When something is to be told again.
    static Optional<Instant> nextDue(InstanceRecord now) {
        return now.owed().stream().map(OwedNews::due).min(Long::compare).map(Instant::ofEpochMilli);
    }

    /// Tells all that is owed.
    static List<LifeEffect> telling(InstanceRecord now) {
        return telling(now, now.owed().stream());
    }

    /// Each player hears first that it belongs, and then where to go.
    private static List<LifeEffect> telling(InstanceRecord now, Stream<OwedNews> news) {
        var messages = new TreeMap<InstanceEvent, Map<String, List<PlayerId>>>();
        news.forEach(each -> messages.computeIfAbsent(each.event(), _ -> new TreeMap<>())
                .computeIfAbsent(each.why(), _ -> new ArrayList<>())
                .add(each.player()));
        var effects = new ArrayList<LifeEffect>();
        messages.forEach((event, players) ->
                players.forEach((why, whom) -> effect(now, event, whom, why).ifPresent(effects::add)));
        return effects;
    }

    private static Optional<LifeEffect> effect(
            InstanceRecord now, InstanceEvent event, List<PlayerId> players, String why) {
        if (event != InstanceEvent.HOST_DETAILS) {
            return Optional.of(new TellPlayers(event, players, why));
        }
        var server = now.server();
        return Optional.ofNullable(server == null ? null : server.address())
                .map(address -> new SendHostDetails(players, address));
    }

    private News() {}
}
