package dev.gatehouse.benchmarks.swarm;

import dev.gatehouse.client.Statistics;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of one guest: the facts, without a judgement.
///
/// @param gold what was dug, and who knows of it
/// @param flushes what was asked for, and what was answered
/// @param statistics of the session that dug, after its last answer
/// @param passage how that session got from one server to another
/// @param timings how long things took
/// @param trouble why the guest did not get to the end; null if it did
record Trip(
        Gold gold,
        Flushes flushes,
        Statistics statistics,
        Passage passage,
        Timings timings,
        @Nullable String trouble) {

    /// In nuggets.
    ///
    /// @param before what the player had at the start
    /// @param dug since then, by actions whose result was `ok`
    /// @param here in the client's model at the end
    /// @param kept in the model that the server gave to the guest's next session; null if it did not come to that
    record Gold(int before, int dug, int here, @Nullable Integer kept) {}

    /// @param asked how often the guest called `flush`
    /// @param answered the numbers that those calls were answered with, in the order of the calls
    /// @param heard the numbers of all answers that the listener heard of, those to automatic flushes among them
    record Flushes(int asked, List<Long> answered, List<Long> heard) {

        Flushes {
            answered = List.copyOf(answered);
            heard = List.copyOf(heard);
        }
    }

    /// From the session's start to its last answer.
    ///
    /// @param opened sockets, with the first
    /// @param abrupt sockets that ended without a closing word of the server's
    /// @param bare times that the only open socket ended, whoever closed it
    /// @param gaps times that the server said that something may be lost
    record Passage(int opened, int abrupt, int bare, int gaps) {}

    /// In nanoseconds.
    ///
    /// @param connects from opening the first socket to the session's start
    /// @param flushes from `flush` to its answer, where the socket was not cut
    /// @param cuts from cutting the socket to the answers of what was flushed just before and just after
    /// @param back from the blow until the session went on; null for a guest who heard of nothing
    /// @param longest of the flushes that were answered after the blow; null for a guest who had none
    record Timings(
            List<Long> connects,
            List<Long> flushes,
            List<Long> cuts,
            @Nullable Duration back,
            @Nullable Duration longest) {

        Timings {
            connects = List.copyOf(connects);
            flushes = List.copyOf(flushes);
            cuts = List.copyOf(cuts);
        }
    }
}
