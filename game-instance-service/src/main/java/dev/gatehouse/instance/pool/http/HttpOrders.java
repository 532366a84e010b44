package dev.gatehouse.instance.pool.http;

import dev.gatehouse.instance.pool.OrderReply;
import dev.gatehouse.instance.pool.OrderReply.Answered;
import dev.gatehouse.instance.pool.OrderReply.Undelivered;
import dev.gatehouse.instance.pool.Orders;
import dev.gatehouse.instance.pool.Pool;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.partner.PoolOrder;
import dev.gatehouse.model.partner.PoolServerMessage;
import dev.gatehouse.model.partner.PoolServerMessage.Answer;
import dev.gatehouse.model.partner.PoolServerMessage.Outcome;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.registry.node.http.InternalCalls;
import dev.gatehouse.registry.pool.FoundPlace;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;

/// Has the node that holds a pool server's link give it an order. Safe to use from any thread.
public final class HttpOrders implements Orders {

    private static final JsonCodec<PoolOrder> ORDER = JsonCodec.of(PoolOrder.class);
    private static final JsonCodec<PoolServerMessage> ANSWER = JsonCodec.of(PoolServerMessage.class);

    private final InternalCalls calls;

    public HttpOrders(InternalCalls calls) {
        this.calls = calls;
    }

    @Override
    public OrderReply give(Pool pool, FoundPlace at, PoolOrder order, Duration within) {
        var poolServer = at.place().poolServer();
        if (within.toMillis() < 1) {
            return new Undelivered("pool server " + poolServer + " was not asked: no time is left");
        }
        var path = "/pools/%s/servers/%s/orders?withinMillis=%d"
                .formatted(InternalCalls.segment(pool.name()), InternalCalls.segment(poolServer), within.toMillis());
        try {
            var response = calls.post(URI.create(at.address()), path, ORDER.encode(order), within);
            if (response.statusCode() == HttpURLConnection.HTTP_NOT_FOUND) {
                return new Undelivered("pool server %s has no link at %s".formatted(poolServer, at.address()));
            }
            if (response.statusCode() != HttpURLConnection.HTTP_OK) {
                throw new ProviderException("pool server %s, by way of %s: status %d"
                        .formatted(poolServer, at.address(), response.statusCode()));
            }
            return new Answered(outcomeOf(response.body()));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return new Undelivered("pool server %s: nobody is at %s: %s".formatted(poolServer, at.address(), e));
        } catch (IOException | DecodeException e) {
            throw new ProviderException("pool server " + poolServer + " was not reached by way of " + at.address(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderException("interrupted", e);
        }
    }

    private static Outcome outcomeOf(String body) throws DecodeException {
        return switch (ANSWER.decode(body)) {
            case Answer(var _, var outcome) -> outcome;
            case PoolServerMessage other -> throw new ProviderException("not an answer: " + other.getClass());
        };
    }
}
