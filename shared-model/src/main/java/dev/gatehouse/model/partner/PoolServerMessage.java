package dev.gatehouse.model.partner;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.schema.Case;
import dev.gatehouse.model.schema.Member;
import java.util.List;

/// Everything a pool server may say on its link: a process that runs already and has places for game
/// servers. What it says of itself is the truth; what it does not name does not run there.
public sealed interface PoolServerMessage {

    /// At most this many places at one pool server, and so game servers in one report. A machine that has
    /// more joins under several names.
    int MAX_PLACES = 1_000;

    /// At most this many characters in `name` and in `run`.
    int MAX_NAME_LENGTH = 64;

    /// Must come first. Answered with [PoolOrder.Heard]; as long as another run of the same name has an
    /// open link, the newcomer's is closed.
    ///
    /// @param name of this pool server, of one at a time in its pool
    /// @param run of this process, of none before or after it: by it a link that is opened again is told
    ///     from another process of the same name
    @Case(name = "join", number = 10)
    record Join(
            @Member(1) String id,
            @Member(2) String name,
            @Member(3) String run,
            @Member(4) int places,
            @Member(5) List<PooledServer> servers)
            implements PoolServerMessage {

        public Join {
            Limits.length("id", id, GameServerRequest.MAX_ID_LENGTH);
            Limits.name("name", name, MAX_NAME_LENGTH);
            Limits.name("run", run, MAX_NAME_LENGTH);
            checkState(places, servers);
            servers = List.copyOf(servers);
        }
    }

    /// What is so now: to be said as often as [PoolOrder.Heard] asks for it, and when `places` has changed.
    /// Answered with [PoolOrder.Heard].
    ///
    /// @param places how many game servers it would run at once; 0 where it takes no more
    /// @param servers every game server that it runs, each once
    @Case(name = "report", number = 11)
    record Report(
            @Member(1) String id,
            @Member(2) int places,
            @Member(3) List<PooledServer> servers) implements PoolServerMessage {

        public Report {
            Limits.length("id", id, GameServerRequest.MAX_ID_LENGTH);
            checkState(places, servers);
            servers = List.copyOf(servers);
        }
    }

    /// What has become of an order.
    ///
    /// @param id the order's
    @Case(name = "answer", number = 12)
    record Answer(@Member(1) String id, @Member(2) Outcome outcome) implements PoolServerMessage {

        public Answer {
            Limits.length("id", id, GameServerRequest.MAX_ID_LENGTH);
        }
    }

    /// Where a game server is that an order was about.
    enum Outcome {
        /// It runs here, whether it did before or does by this order.
        @Member(0)
        RUNNING,
        /// It does not run here, and by this order it will not: there is no place, or it did not start.
        @Member(1)
        REFUSED,
        /// It does not run here, any more or yet.
        @Member(2)
        GONE
    }

    /// A game server has ended by itself.
    ///
    /// @param why for operators
    @Case(name = "ended", number = 13)
    record Ended(
            @Member(1) ServerId serverId,
            @Member(2) InstanceId instanceId,
            @Member(3) String why) implements PoolServerMessage {

        public Ended {
            Limits.length("why", why, GameServerRequest.End.MAX_WHY_LENGTH);
        }
    }

    private static void checkState(int places, List<PooledServer> servers) {
        Limits.between("places", places, 0, MAX_PLACES);
        Limits.between("servers", servers.size(), 0, MAX_PLACES);
        Limits.distinct("servers", servers.stream().map(PooledServer::serverId));
    }
}
