package dev.gatehouse.benchmarks.hotpath;

import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.schema.Member;
import dev.gatehouse.model.schema.NoChecksum;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;

/// A player's model with what models of real games mostly hold: a few numbers, a map of items, a list of small records.
///
/// @param news not in the checksum, as what the server changes at any time
public record Estate(
        @Member(1) String owner,
        @Member(2) long gold,
        @Member(3) int level,
        @Member(4) @NoChecksum String news,
        @Member(5) PSortedMap<String, Integer> stores,
        @Member(6) PVector<Worker> workers)
        implements PlayerModel {

    /// One of the people on an estate.
    public record Worker(
            @Member(1) long id,
            @Member(2) String name,
            @Member(3) int skill,
            @Member(4) double mood,
            @Member(5) boolean resting,
            @Member(6) PVector<Integer> tools) {

        Worker practised() {
            return new Worker(id, name, skill + 1, mood, resting, tools);
        }
    }

    /// The estate after one worker has learnt something.
    Estate practised(int worker) {
        return withWorkers(workers.with(worker, workers.get(worker).practised()));
    }

    Estate withWorkers(PVector<Worker> others) {
        return new Estate(owner, gold, level, news, stores, others);
    }

    Estate withGold(long nuggets) {
        return new Estate(owner, nuggets, level, news, stores, workers);
    }
}
