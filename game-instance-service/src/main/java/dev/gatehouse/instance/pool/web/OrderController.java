package dev.gatehouse.instance.pool.web;

import dev.gatehouse.instance.pool.OrderReply.Answered;
import dev.gatehouse.instance.pool.OrderReply.Undelivered;
import dev.gatehouse.instance.pool.Orders;
import dev.gatehouse.instance.pool.Pools;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.partner.PoolOrder;
import dev.gatehouse.model.partner.PoolOrder.Heard;
import dev.gatehouse.model.partner.PoolServerMessage;
import dev.gatehouse.model.partner.PoolServerMessage.Answer;
import dev.gatehouse.provider.ProviderException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Gives the orders of other nodes to the pool servers that have their link here.
@RestController
class OrderController {

    private static final Logger LOG = LoggerFactory.getLogger(OrderController.class);
    private static final int MAX_BODY_BYTES = 32 * 1024;

    /// Nobody is waited for any longer.
    private static final long MAX_WITHIN_MILLIS = 60_000;

    private static final JsonCodec<PoolOrder> ORDER = JsonCodec.of(PoolOrder.class);
    private static final JsonCodec<PoolServerMessage> ANSWER = JsonCodec.of(PoolServerMessage.class);

    private final Pools pools;

    OrderController(Pools pools) {
        this.pools = pools;
    }

    /// @return 404 where the pool server never hears of the order, such as one that has no link here, and where the
    ///     pool is not known; 504 where it does not answer
    @PostMapping(
            path = "/internal/v1/pools/{pool}/servers/{poolServer}/orders",
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> give(
            HttpServletRequest request,
            @PathVariable String pool,
            @PathVariable String poolServer,
            @RequestParam long withinMillis)
            throws IOException {
        // A longer body is cut, and then is not JSON any more.
        var body = new String(request.getInputStream().readNBytes(MAX_BODY_BYTES), StandardCharsets.UTF_8);
        try {
            var order = ORDER.decode(body);
            var found = pools.named(pool);
            if (order instanceof Heard || withinMillis < 1) {
                return ResponseEntity.badRequest().build();
            }
            if (found.isEmpty()) {
                return ResponseEntity.notFound().build();
            }
            return switch (Orders.onLink(found.get(), poolServer, order, patience(withinMillis))) {
                case Answered(var outcome) -> ResponseEntity.ok(ANSWER.encode(new Answer(order.id(), outcome)));
                case Undelivered(var why) -> {
                    LOG.warn("an order of another node was not delivered: {}", why);
                    yield ResponseEntity.notFound().build();
                }
            };
        } catch (DecodeException e) {
            return ResponseEntity.badRequest().build();
        } catch (ProviderException e) {
            LOG.warn("an order of another node was not answered: {}", e.getMessage());
            return ResponseEntity.status(HttpStatus.GATEWAY_TIMEOUT).build();
        }
    }

    private static Duration patience(long withinMillis) {
        return Duration.ofMillis(Math.min(withinMillis, MAX_WITHIN_MILLIS));
    }
}
