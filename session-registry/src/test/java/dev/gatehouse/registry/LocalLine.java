package dev.gatehouse.registry;

import dev.gatehouse.registry.redis.RedisLine;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/// A line to a Redis on this machine, which need not be there yet.
public final class LocalLine {

    public static RedisLine line(int port) {
        var factory = new LettuceConnectionFactory(new RedisStandaloneConfiguration("127.0.0.1", port));
        factory.afterPropertiesSet();
        return new RedisLine(factory::getRequiredNativeClient);
    }

    private LocalLine() {}
}
