package dev.gatehouse.instance.rules.http;

import static java.net.HttpURLConnection.HTTP_OK;

import dev.gatehouse.instance.rules.GameRules;
import dev.gatehouse.instance.rules.RulesUnavailableException;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.servercode.InstanceRules;
import dev.gatehouse.model.servercode.InstanceWish;
import dev.gatehouse.model.servercode.Verdict;
import dev.gatehouse.registry.node.http.InternalCalls;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/// Asks a node that runs the game's code, and another one where that gives no answer; for a game without rules the
/// usual ones hold, and nobody is asked.
public final class HttpGameRules implements GameRules {

    private static final JsonCodec<InstanceWish> WISH = JsonCodec.of(InstanceWish.class);
    private static final JsonCodec<Verdict> VERDICT = JsonCodec.of(Verdict.class);

    private static final int MAX_NODES_ASKED = 2;

    private final InternalCalls calls;
    private final RuleHosts hosts;

    public HttpGameRules(InternalCalls calls, RuleHosts hosts) {
        this.calls = calls;
        this.hosts = hosts;
    }

    @Override
    public boolean areOf(GameId game) {
        return hosts.of(game).areNeeded();
    }

    @Override
    public Verdict decide(GameId game, InstanceWish wish) throws RulesUnavailableException {
        var found = hosts.of(game);
        return found.areNeeded() ? ask(found.nodes(), game, wish) : InstanceRules.USUAL.decide(wish);
    }

    /// A verdict changes nothing, so that it does no harm to have it twice.
    private Verdict ask(List<URI> nodes, GameId game, InstanceWish wish) throws RulesUnavailableException {
        var failure = new RulesUnavailableException("no node that has its rules lives");
        for (URI node : nodes.subList(0, Math.min(nodes.size(), MAX_NODES_ASKED))) {
            try {
                return ask(node, game, wish);
            } catch (RulesUnavailableException e) {
                failure = e;
            }
        }
        throw failure;
    }

    private Verdict ask(URI node, GameId game, InstanceWish wish) throws RulesUnavailableException {
        var path = "/games/" + InternalCalls.segment(game.value()) + "/instance-wishes";
        try {
            var response = calls.post(node, path, WISH.encode(wish));
            if (response.statusCode() != HTTP_OK) {
                throw new RulesUnavailableException(node + " answered " + response.statusCode());
            }
            return VERDICT.decode(response.body());
        } catch (IOException | DecodeException e) {
            throw new RulesUnavailableException(node + " did not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RulesUnavailableException("interrupted", e);
        }
    }
}
