package dev.gatehouse.registry.redis;

import dev.gatehouse.registry.RegistryUnavailableException;
import io.lettuce.core.RedisBusyException;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisLoadingException;
import io.lettuce.core.RedisReadOnlyException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/// Tells what went wrong in Redis, or on the way there, from a bug of ours.
final class RedisFailures {

    /// Errors by which a node says that it cannot serve just now. The last two: that it is not the key's node any
    /// more, where nobody follows it to the other one.
    private static final Pattern NOT_NOW = Pattern.compile(
            "^(LOADING|BUSY|CLUSTERDOWN|MASTERDOWN|READONLY|TRYAGAIN|NOREPLICAS|MISCONF|OOM|MOVED|ASK)\\b.*");

    /// What the caller of a script hears: [RegistryUnavailableException] if Redis cannot be asked, else the bug.
    static Throwable understood(LuaScript script, Throwable failure) {
        var cause = cause(failure);
        return isUnavailable(cause)
                ? new RegistryUnavailableException("Redis cannot run " + script + ": " + cause, cause)
                : cause;
    }

    private static boolean isUnavailable(Throwable cause) {
        return switch (cause) {
            case TimeoutException _ -> true;
            case RedisBusyException _, RedisLoadingException _, RedisReadOnlyException _ -> true;
            case RedisCommandExecutionException refused ->
                NOT_NOW.matcher(String.valueOf(refused.getMessage())).matches();
            case RedisException _ -> true;
            default -> false;
        };
    }

    static Throwable cause(Throwable failure) {
        var cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }

    private RedisFailures() {}
}
