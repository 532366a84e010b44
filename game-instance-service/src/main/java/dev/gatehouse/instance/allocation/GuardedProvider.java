package dev.gatehouse.instance.allocation;

import dev.gatehouse.instance.allocation.AllocationMetrics.Result;
import dev.gatehouse.instance.allocation.Places.CrowdedException;
import dev.gatehouse.instance.allocation.Places.Place;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.provider.Allocation;
import dev.gatehouse.provider.Answer;
import dev.gatehouse.provider.Answer.Given;
import dev.gatehouse.provider.Answer.NoServer;
import dev.gatehouse.provider.Exit;
import dev.gatehouse.provider.GameServerProvider;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.RunningServer;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Asks one provider, which is somebody else's code in front of somebody else's machines: for no longer than a call may
/// take, with no more calls under way than it may have, and for no server while most of its answers are failures. Safe
/// to use from several threads.
public final class GuardedProvider {

    private final GameServerProvider provider;
    private final CircuitBreaker breaker;
    private final CallLimits limits;
    private final TimedCalls calls;
    private final AllocationMetrics metrics;
    private final Places places;

    GuardedProvider(
            GameServerProvider provider,
            CircuitBreaker breaker,
            CallLimits limits,
            TimedCalls calls,
            AllocationMetrics metrics) {
        this.provider = provider;
        this.breaker = breaker;
        this.limits = limits;
        this.calls = calls;
        this.metrics = metrics;
        this.places = new Places(limits.atOnce());
        metrics.watch(provider.name(), () -> breaker.getState() == CircuitBreaker.State.OPEN);
    }

    public String name() {
        return provider.name();
    }

    public void onExit(Consumer<Exit> listener) {
        provider.onExit(listener);
    }

    /// So many calls for which nobody waits leave it free for those for which somebody does.
    int aFewAtOnce() {
        return Math.max(1, limits.atOnce() / 10);
    }

    /// How long an answer is waited for, which is no longer than what is left.
    Duration answerWithin(Duration left) {
        return left.compareTo(limits.answer()) < 0 ? left : limits.answer();
    }

    /// Waits for a place among the calls that may be under way, and then for the answer. Waiting does not count as the
    /// provider's time.
    ///
    /// @param wish made once there is a place, as it says how much time is left
    /// @param patience how long a place is waited for
    /// @throws NotWantedException as the allocation's tokens say so
    Reply allocate(Supplier<Allocation> wish, Duration patience) {
        var reply = ask(wish, patience);
        metrics.answered(name(), resultOf(reply));
        return reply;
    }

    /// Waits for a place for no longer than leaves as much for the answer.
    ///
    /// @throws ProviderException where nothing is known
    Optional<RunningServer> describe(ServerId server, Deadline deadline) {
        return call("describe", deadline.half(), () -> answerWithin(deadline.left()), () -> provider.describe(server));
    }

    /// Waits for a place for as long as for the answer.
    ///
    /// @throws ProviderException where nothing is known
    List<RunningServer> list() {
        return call("list", limits.answer(), limits::answer, provider::list);
    }

    /// Waits for a place for as long as for the answer.
    ///
    /// @throws ProviderException where the server may still be there
    void deallocate(ServerId server) {
        call("deallocate", limits.answer(), limits::answer, () -> {
            provider.deallocate(server);
            return server;
        });
    }

    private Reply ask(Supplier<Allocation> wish, Duration patience) {
        try (var place = places.take(patience)) {
            return ask(wish.get(), place);
        } catch (CrowdedException e) {
            return new Reply.Crowded(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.None("interrupted before it was asked");
        }
    }

    private Reply ask(Allocation allocation, Place place) {
        try {
            return switch (breaker.executeCallable(() -> timed(allocation, place))) {
                case Given(var hostId) -> new Reply.Server(hostId);
                case NoServer(var why) -> new Reply.None(why);
            };
        } catch (CallNotPermittedException e) {
            return new Reply.None("not asked, as most of its answers were failures");
        } catch (NotWantedException e) {
            throw e;
        } catch (Exception e) {
            return new Reply.Unknown(whyOf(e, allocation.within()));
        }
    }

    private Answer timed(Allocation allocation, Place place) throws Exception {
        return calls.call(place.keptBy(() -> provider.allocate(allocation)), allocation.within());
    }

    private <T> T call(String what, Duration patience, Supplier<Duration> within, Callable<T> call) {
        try (var place = places.take(patience)) {
            return timed(what, within.get(), place.keptBy(call));
        } catch (CrowdedException e) {
            throw new ProviderException(what + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderException(what + ": interrupted", e);
        }
    }

    private <T> T timed(String what, Duration within, Callable<T> call) {
        try {
            return calls.call(call, within);
        } catch (ProviderException e) {
            throw e;
        } catch (Exception e) {
            throw new ProviderException(what + ": " + whyOf(e, within), e);
        }
    }

    /// For operators. Only what throws [ProviderException] has promised to say nothing secret.
    private static String whyOf(Exception e, Duration within) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return switch (e) {
            case TimeoutException _ -> "no answer within " + within;
            case ProviderException known -> String.valueOf(known.getMessage());
            default -> e.getClass().getName();
        };
    }

    private static Result resultOf(Reply reply) {
        return switch (reply) {
            case Reply.Server _ -> Result.GIVEN;
            case Reply.None _ -> Result.NO_SERVER;
            case Reply.Crowded _ -> Result.CROWDED;
            case Reply.Unknown _ -> Result.UNKNOWN;
        };
    }
}
