package dev.gatehouse.provider;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import java.net.URI;
import java.util.Map;

/// What a game server must know to link. Secret: whoever has it can pass for the server.
///
/// @param partnerUrl where game-instance-service is: `ws://` or `wss://`, host and port
/// @param socialToken for `X-Gatehouse-Social-Token`
/// @param gameToken for `Authorization`
public record ServerEnvironment(
        URI partnerUrl, String socialToken, String gameToken, InstanceId instanceId, ServerId serverId) {

    /// By the names that the SDK for game servers reads.
    public Map<String, String> variables() {
        return Map.of(
                "GATEHOUSE_PARTNER_URL", partnerUrl.toString(),
                "GATEHOUSE_SOCIAL_TOKEN", socialToken,
                "GATEHOUSE_GAME_TOKEN", gameToken,
                "GATEHOUSE_GAME_INSTANCE_ID", instanceId.value(),
                "GATEHOUSE_SERVER_ID", serverId.value());
    }

    /// Leaves out what must not be in a log.
    @Override
    public String toString() {
        return "ServerEnvironment[serverId=%s]".formatted(serverId);
    }
}
