package dev.gatehouse.gameserver;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.partner.CreatedInstance;
import dev.gatehouse.model.partner.GameServerNotice.Refresh;
import dev.gatehouse.model.partner.PartnerHeaders;
import java.net.URI;
import java.util.Map;

/// What a game server must know to link: handed to it in its environment by whoever started it.
///
/// @param partnerUrl where game-instance-service is: `ws://` or `wss://`, host and port
/// @param socialToken one half of the pair of this server and no other
/// @param gameToken the other half
/// @param instanceId the instance that the server was started for
/// @param serverId this server
public record GameServerConfiguration(
        URI partnerUrl, String socialToken, String gameToken, InstanceId instanceId, ServerId serverId) {

    public GameServerConfiguration {
        PartnerEnvironment.checkUrl(partnerUrl);
    }

    /// Reads `GATEHOUSE_PARTNER_URL`, `GATEHOUSE_SOCIAL_TOKEN`, `GATEHOUSE_GAME_TOKEN`,
    /// `GATEHOUSE_GAME_INSTANCE_ID` and `GATEHOUSE_SERVER_ID`; where `NAME_FILE` is set instead of `NAME`, the
    /// value is what that file holds.
    ///
    /// @throws IllegalArgumentException naming what is missing or wrong; never with a token in its text
    public static GameServerConfiguration fromEnvironment() {
        return from(System.getenv());
    }

    /// Like [#fromEnvironment], from any names and values.
    public static GameServerConfiguration from(Map<String, String> environment) {
        return new GameServerConfiguration(
                PartnerEnvironment.url(environment),
                PartnerEnvironment.read(environment, "GATEHOUSE_SOCIAL_TOKEN"),
                PartnerEnvironment.read(environment, "GATEHOUSE_GAME_TOKEN"),
                new InstanceId(PartnerEnvironment.read(environment, "GATEHOUSE_GAME_INSTANCE_ID")),
                new ServerId(PartnerEnvironment.read(environment, "GATEHOUSE_SERVER_ID")));
    }

    /// With the next pair.
    GameServerConfiguration with(Refresh refresh) {
        return new GameServerConfiguration(
                partnerUrl, refresh.socialToken(), refresh.gameToken(), instanceId, serverId);
    }

    /// The same server's, for an instance that it created.
    GameServerConfiguration of(CreatedInstance created) {
        return new GameServerConfiguration(
                partnerUrl, created.socialToken(), created.gameToken(), created.instanceId(), created.serverId());
    }

    URI linkUrl() {
        return partnerUrl.resolve(PartnerHeaders.LINK_PATH);
    }

    URI keysUrl() {
        var http = partnerUrl.toString().replaceFirst("^ws", "http");
        return URI.create(http).resolve(PartnerHeaders.KEYS_PATH);
    }

    /// Leaves out what must not be in a log.
    @Override
    public String toString() {
        return "GameServerConfiguration[partnerUrl=%s, instanceId=%s, serverId=%s]"
                .formatted(partnerUrl, instanceId, serverId);
    }
}
