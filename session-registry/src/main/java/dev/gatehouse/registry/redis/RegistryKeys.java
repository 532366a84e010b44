package dev.gatehouse.registry.redis;

import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.ServerId;

/// The names of all keys. Drawn as a tree in the package comment of `dev.gatehouse.registry`.
public final class RegistryKeys {

    private static final String PREFIX = "gh:";

    public static String deviceSessions(GameId game, DeviceKey device) {
        return tagged("d:" + game + "/" + device, "sessions");
    }

    public static String deviceTurn(GameId game, DeviceKey device) {
        return tagged("d:" + game + "/" + device, "turn");
    }

    public static String guest(GameId game, DeviceKey device) {
        return tagged("d:" + game + "/" + device, "guest");
    }

    public static String connectionsAlive(GameId game) {
        return tagged("g:" + game, "alive");
    }

    public static String connections(GameId game) {
        return tagged("g:" + game, "connections");
    }

    public static String lease(PlayerKey player) {
        return tagged("p:" + player, "lease");
    }

    public static String snapshot(PlayerKey player) {
        return tagged("p:" + player, "snapshot");
    }

    public static String journal(PlayerKey player) {
        return tagged("p:" + player, "journal");
    }

    public static String sessions(PlayerKey player) {
        return tagged("p:" + player, "sessions");
    }

    public static String desyncs(PlayerKey player) {
        return tagged("p:" + player, "desyncs");
    }

    public static String playerInstances(PlayerKey player) {
        return tagged("p:" + player, "instances");
    }

    public static String standing(PlayerKey player) {
        return tagged("p:" + player, "standing");
    }

    public static String rules(GameId game) {
        return tagged("g:" + game, "rules");
    }

    public static String expelled(GameId game) {
        return tagged("g:" + game, "expelled");
    }

    public static String expulsions(GameId game) {
        return tagged("g:" + game, "expulsions");
    }

    public static String nodesAlive() {
        return tagged("nodes", "alive");
    }

    public static String nodeRecords() {
        return tagged("nodes", "records");
    }

    public static String ruledGames() {
        return tagged("nodes", "ruled-games");
    }

    public static String gameInstances(GameId game) {
        return tagged("g:" + game, "instances");
    }

    public static String gameServerHost(String hostDigest) {
        return tagged("host:" + hostDigest, "instance");
    }

    public static String instance(InstanceId instance) {
        return tagged("gi:" + instance, "instance");
    }

    public static String instanceHeard(InstanceId instance) {
        return tagged("gi:" + instance, "heard");
    }

    public static String instanceLink(InstanceId instance) {
        return tagged("gi:" + instance, "link");
    }

    public static String instanceTicket(InstanceId instance, String ticketId) {
        return tagged("gi:" + instance, "ticket/" + ticketId);
    }

    public static String offspring(ServerId root) {
        return tagged("gs:" + root, "offspring");
    }

    public static String instancesToLookAt() {
        return tagged("instances", "look-at");
    }

    public static String poolHeard(String pool) {
        return tagged("pool:" + pool, "heard");
    }

    public static String poolRecords(String pool) {
        return tagged("pool:" + pool, "records");
    }

    public static String poolFree(String pool) {
        return tagged("pool:" + pool, "free");
    }

    public static String poolPlaced(String pool) {
        return tagged("pool:" + pool, "placed");
    }

    public static String poolGameServers(String pool) {
        return tagged("pool:" + pool, "game-servers");
    }

    public static String poolReserved(String pool) {
        return tagged("pool:" + pool, "reserved");
    }

    public static String topicPosition(GameId game, String topic) {
        return tagged("t:" + game + "/" + topic, "position");
    }

    public static String topicLog(GameId game, String topic) {
        return tagged("t:" + game + "/" + topic, "log");
    }

    public static String topicMembers(GameId game, String topic) {
        return tagged("t:" + game + "/" + topic, "members");
    }

    public static String topicSaid(GameId game, String topic) {
        return tagged("t:" + game + "/" + topic, "said");
    }

    public static String topicSpeakers(GameId game, String topic) {
        return tagged("t:" + game + "/" + topic, "speakers");
    }

    /// A channel, not a key: what is published there is nowhere kept.
    public static String topicChannel(GameId game, String topic) {
        return tagged("t:" + game + "/" + topic, "channel");
    }

    /// @param name collection/key
    public static String document(GameId game, String name) {
        return tagged("doc:" + game + "/" + name, "document");
    }

    /// A channel, not a key.
    public static String documentChannel(GameId game, String name) {
        return tagged("doc:" + game + "/" + name, "channel");
    }

    /// The part of a key that decides on which node of a cluster it is.
    ///
    /// @throws IllegalArgumentException if the key has none
    static String tagOf(String key) {
        var open = key.indexOf('{');
        var close = key.indexOf('}', open + 1);
        if (open < 0 || close <= open + 1) {
            throw new IllegalArgumentException("key: " + key + " (expected: a hash tag)");
        }
        return key.substring(open + 1, close);
    }

    private static String tagged(String tag, String name) {
        return PREFIX + "{" + tag + "}:" + name;
    }

    private RegistryKeys() {}
}
