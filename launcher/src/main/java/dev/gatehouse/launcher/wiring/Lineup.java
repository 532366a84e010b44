package dev.gatehouse.launcher.wiring;

import dev.gatehouse.launcher.keys.KeyFiles;
import dev.gatehouse.launcher.process.PartStarter;
import dev.gatehouse.launcher.process.RedisPart;
import dev.gatehouse.launcher.settings.Folders;
import dev.gatehouse.launcher.settings.Hosted;
import dev.gatehouse.launcher.settings.JavaCommand;
import dev.gatehouse.launcher.settings.Ports;
import dev.gatehouse.launcher.settings.Replicas;
import dev.gatehouse.launcher.settings.ServerCommand;
import dev.gatehouse.launcher.settings.ServicePlan;
import dev.gatehouse.launcher.settings.ServicePlans;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What is started: Redis, and once it is there the services.
record Lineup(PartStarter redis, List<ServicePlan> services) {

    private static final String DEDICATED_SERVER = "dev.gatehouse.goldrush.dedicated.DedicatedServerMain";

    /// All three services, with a game.
    static Lineup suite(Folders folders, Ports ports, Replicas replicas, Hosted game) throws IOException {
        var jars = game.jars().isEmpty() ? goldrush(folders) : game.jars();
        var plans = new ServicePlans(
                ports, folders, replicas, serviceKey(folders), jars, gameServer(folders, game), game.providers());
        return new Lineup(RedisPart.starter(ports.redis(), folders), plans.all());
    }

    private static List<String> gameServer(Folders folders, Hosted game) {
        if (!game.server().isEmpty()) {
            return ServerCommand.here(game.server());
        }
        return game.jars().isEmpty() ? JavaCommand.ofThis(folders).gameServer(DEDICATED_SERVER) : List.of();
    }

    /// What game servers talk to.
    ///
    /// @param gameServer the command that starts one
    /// @param linkWithin how long one may take to link
    /// @param keepAlive how often a linked one must say that it is well
    /// @param misses after so many missed it is lost
    static Lineup behindALine(
            Folders folders, Ports ports, List<String> gameServer, Duration linkWithin, Duration keepAlive, int misses)
            throws IOException {
        var plans = new ServicePlans(
                ports, folders, Replicas.SINGLE, serviceKey(folders), List.of(), gameServer, List.of());
        return new Lineup(
                RedisPart.forgetful(ports.redis(), folders), List.of(plans.behindALine(linkWithin, keepAlive, misses)));
    }

    private static String serviceKey(Folders folders) throws IOException {
        return Files.readString(new KeyFiles(folders.keys()).service());
    }

    /// Goldrush's own jar; what it needs besides is in session-service already.
    private static List<Path> goldrush(Folders folders) throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folders.game(), "goldrush-*.jar")) {
            List<Path> found = new ArrayList<>();
            jars.forEach(found::add);
            return found;
        }
    }
}
