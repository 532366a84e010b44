package dev.gatehouse.instance.allocation.process;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Game servers as processes of this machine. On where a command is set.
///
/// @param command starts one server: words and quotes, read by no shell, with `{instanceId}`, `{serverId}` and
///     `{gameId}` filled in
/// @param runDirectory where `game-server-<id>.pid` is kept while a server runs; of this service alone, as what
///     is found there at its start was left behind
/// @param logDirectory where `game-server-<id>.log` gets what a server prints
/// @param keepLogs so many of them are kept of servers that have ended, the newest
/// @param maxServers more are refused
/// @param exitGrace how long a server may take to go by itself after its game has ended
/// @param killGrace how long it may take after it was told to go, before it is killed
@ConfigurationProperties("gatehouse.instances.provider.local-process")
public record LocalProcessProperties(
        @DefaultValue("") String command,
        @DefaultValue(".gatehouse/run") Path runDirectory,
        @DefaultValue(".gatehouse/log") Path logDirectory,
        @DefaultValue("500") int keepLogs,
        @DefaultValue("64") int maxServers,
        @DefaultValue("2s") Duration exitGrace,
        @DefaultValue("3s") Duration killGrace) {

    public LocalProcessProperties {
        if (maxServers < 1) {
            throw new IllegalArgumentException("maxServers: " + maxServers + " (expected: >= 1)");
        }
        if (keepLogs < 1) {
            throw new IllegalArgumentException("keepLogs: " + keepLogs + " (expected: >= 1)");
        }
        if (exitGrace.isNegative() || killGrace.isNegative()) {
            throw new IllegalArgumentException(
                    "exitGrace, killGrace: " + exitGrace + ", " + killGrace + " (expected: >= 0)");
        }
    }
}
