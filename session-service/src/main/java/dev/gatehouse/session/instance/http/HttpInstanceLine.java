package dev.gatehouse.session.instance.http;

import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.instance.InstanceRequest;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.servercode.InstanceAnswer;
import dev.gatehouse.registry.node.http.InternalCalls;
import dev.gatehouse.session.instance.InstanceLine;

/// Asks a node of the game-instance-service.
public final class HttpInstanceLine implements InstanceLine {

    private static final JsonCodec<InstanceRequest> REQUEST = JsonCodec.of(InstanceRequest.class);
    private static final JsonCodec<InstanceAnswer> ANSWER = JsonCodec.of(InstanceAnswer.class);

    private final InstanceNodes nodes;

    public HttpInstanceLine(InstanceNodes nodes) {
        this.nodes = nodes;
    }

    @Override
    public InstanceAnswer ask(GameId game, InstanceRequest request) throws InterruptedException {
        var path = "/games/" + InternalCalls.segment(game.value()) + "/instance-requests";
        return nodes.ask(path, REQUEST.encode(request), ANSWER)
                .orElseGet(() -> InstanceAnswer.refused(PartnerError.UNAVAILABLE));
    }
}
