package dev.gatehouse.gameserver;

/// The game that a pool server runs, once for each instance that it is given.
@FunctionalInterface
public interface PooledGame {

    /// Runs one game server from its link to its end; when this returns, its place is free again. On a
    /// virtual thread of its own, which is interrupted when the server is not needed any more: it must
    /// return soon after. Whatever it throws ends this one server and is logged.
    ///
    /// @param server to be linked with [GameServerConnection#connect]
    void run(GameServerConfiguration server) throws Exception;
}
