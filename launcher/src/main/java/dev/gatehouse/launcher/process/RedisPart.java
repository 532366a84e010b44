package dev.gatehouse.launcher.process;

import dev.gatehouse.launcher.settings.Folders;
import dev.gatehouse.localredis.LocalRedis;
import dev.gatehouse.localredis.RedisOptions;
import dev.gatehouse.localredis.process.Signal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// Redis, which keeps what is written, as the suite expects of it.
public final class RedisPart implements RunningPart {

    public static final String NAME = "redis";

    private final LocalRedis redis;

    private RedisPart(LocalRedis redis) {
        this.redis = redis;
    }

    public static PartStarter starter(int port, Folders folders) {
        return starter(port, folders, RedisOptions.APPEND_ONLY);
    }

    /// One that keeps nothing from one start to the next.
    public static PartStarter forgetful(int port, Folders folders) {
        return starter(port, folders, RedisOptions.IN_MEMORY);
    }

    private static PartStarter starter(int port, Folders folders, RedisOptions options) {
        return () -> new RedisPart(LocalRedis.start(port, folders.data(), options.withLogFile(folders.logFile(NAME))));
    }

    @Override
    public long pid() {
        return redis.pid();
    }

    @Override
    public CompletableFuture<Integer> onExit() {
        return redis.onExit();
    }

    /// It answered before it was returned.
    @Override
    public boolean isReady() {
        return redis.isAlive();
    }

    @Override
    public void askToStop() {
        redis.close();
    }

    @Override
    public void kill() {
        redis.close();
    }

    @Override
    public boolean pause() {
        return Signal.STOP.send(pid());
    }

    @Override
    public void goOn() {
        Signal.CONT.send(pid());
    }

    @Override
    public boolean isGoneWithin(Duration patience) {
        return Waiting.isDoneWithin(redis.onExit(), patience);
    }
}
