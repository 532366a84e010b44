package dev.gatehouse.instance.pool;

import dev.gatehouse.instance.pool.OrderReply.Undelivered;
import dev.gatehouse.model.partner.PoolOrder;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.registry.pool.FoundPlace;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Gives orders to pool servers, whichever node has their links. Safe to use from several threads.
public interface Orders {

    /// Blocks until the pool server has answered.
    ///
    /// @param at whose link is to be used, and which node has it
    /// @throws ProviderException where no answer comes in time: what became of the order is not known
    OrderReply give(Pool pool, FoundPlace at, PoolOrder order, Duration within);

    /// Uses the links of this node, and asks the others for theirs.
    static Orders here(Orders elsewhere) {
        return (pool, at, order, within) -> at.address().equals(pool.address())
                ? onLink(pool, at.place().poolServer(), order, within)
                : elsewhere.give(pool, at, order, within);
    }

    /// Uses a link of this node.
    static OrderReply onLink(Pool pool, String poolServer, PoolOrder order, Duration within) {
        var link = pool.link(poolServer);
        if (link.isEmpty()) {
            return new Undelivered("pool server " + poolServer + " has no link here");
        }
        var answer = link.get().ask(order);
        try {
            return answerOf(link.get(), order, answer, within);
        } catch (TimeoutException e) {
            throw new ProviderException("pool server " + poolServer + " did not answer within " + within, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ProviderException known
                    ? known
                    : new ProviderException("the answer of pool server " + poolServer + " cannot be noted", e);
        } finally {
            answer.cancel(false);
        }
    }

    private static OrderReply answerOf(
            PoolServerLink link, PoolOrder order, CompletableFuture<OrderReply> answer, Duration within)
            throws TimeoutException, InterruptedException, ExecutionException {
        var soon = link.soon().compareTo(within) < 0 ? link.soon() : within;
        try {
            return answer.get(soon.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            // Whoever asks next should not have to wait as well.
            link.isLateWith(order);
            return answer.get(within.minus(soon).toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
