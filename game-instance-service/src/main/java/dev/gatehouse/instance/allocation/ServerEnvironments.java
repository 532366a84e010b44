package dev.gatehouse.instance.allocation;

import dev.gatehouse.instance.life.InstanceLife;
import dev.gatehouse.instance.life.InstanceLife.Result.Failed;
import dev.gatehouse.instance.life.LifeEvent.TokensMinted;
import dev.gatehouse.instance.token.PartnerTokens;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.provider.ServerEnvironment;
import dev.gatehouse.registry.instance.InstanceRecord;
import java.net.URI;
import java.time.InstantSource;

/// Makes what a server must know to link. Safe to use from any thread.
public final class ServerEnvironments {

    private final URI partnerUrl;
    private final PartnerTokens tokens;
    private final InstantSource time;

    /// @param partnerUrl where game servers reach this service, such as `ws://127.0.0.1:8082`
    public ServerEnvironments(URI partnerUrl, PartnerTokens tokens, InstantSource time) {
        this.partnerUrl = partnerUrl;
        this.tokens = tokens;
        this.time = time;
    }

    /// Mints the server's pair, and notes that no other pair is good.
    ///
    /// @throws NotWantedException where the instance does not want the server any more
    ServerEnvironment mint(InstanceLife life, InstanceRecord instance, ServerId server) {
        var minted = tokens.mintPair(server, instance.gameId(), instance.id(), time.instant());
        var noted =
                life.apply(instance.id(), new TokensMinted(server, minted.pair().ids()));
        if (noted instanceof Failed(var why)) {
            throw new NotWantedException("no tokens for instance " + instance.id() + ": " + why.code());
        }
        return new ServerEnvironment(partnerUrl, minted.socialToken(), minted.gameToken(), instance.id(), server);
    }
}
