package dev.gatehouse.instance.allocation;

import dev.gatehouse.instance.token.PartnerTokens;
import dev.gatehouse.provider.ServerEnvironment;
import dev.gatehouse.registry.instance.AllocatedServer;
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

    /// Signs the pair that the instance knows its server by.
    ServerEnvironment mint(InstanceRecord instance, AllocatedServer server) {
        var id = server.serverId();
        var pair = server.newest().orElseThrow(() -> new NotWantedException("game server " + id + " has no pair"));
        var minted = tokens.mintPair(id, instance.gameId(), instance.id(), pair, time.instant());
        return new ServerEnvironment(partnerUrl, minted.socialToken(), minted.gameToken(), instance.id(), id);
    }
}
