package dev.gatehouse.registry.pool;

import dev.gatehouse.model.partner.PooledServer;
import java.util.List;

/// What a pool server says of itself, and where it says so.
///
/// @param name its own in its pool: letters, digits, `.`, `_` and `-`
/// @param run of its process: of no other, before or after
/// @param link names one connection of one node, without spaces
/// @param address of that node, without spaces
/// @param places how many game servers it would run at once; 0 where it takes no more
/// @param servers all that it runs
public record PoolServerState(
        String name, String run, String link, String address, int places, List<PooledServer> servers) {

    public PoolServerState {
        servers = List.copyOf(servers);
    }
}
