package dev.gatehouse.gameserver;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.partner.GameServerNotice.Refresh;
import dev.gatehouse.model.partner.PartnerHeaders;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
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
        var scheme = String.valueOf(partnerUrl.getScheme());
        if (!scheme.equals("ws") && !scheme.equals("wss")) {
            throw new IllegalArgumentException("partnerUrl: " + partnerUrl + " (expected: ws:// or wss://)");
        }
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
                URI.create(read(environment, "GATEHOUSE_PARTNER_URL")),
                read(environment, "GATEHOUSE_SOCIAL_TOKEN"),
                read(environment, "GATEHOUSE_GAME_TOKEN"),
                new InstanceId(read(environment, "GATEHOUSE_GAME_INSTANCE_ID")),
                new ServerId(read(environment, "GATEHOUSE_SERVER_ID")));
    }

    /// With the next pair.
    GameServerConfiguration with(Refresh refresh) {
        return new GameServerConfiguration(
                partnerUrl, refresh.socialToken(), refresh.gameToken(), instanceId, serverId);
    }

    URI linkUrl() {
        return partnerUrl.resolve(PartnerHeaders.LINK_PATH);
    }

    URI keysUrl() {
        var http = partnerUrl.toString().replaceFirst("^ws", "http");
        return URI.create(http).resolve(PartnerHeaders.KEYS_PATH);
    }

    private static String read(Map<String, String> environment, String name) {
        var value = environment.get(name);
        var file = environment.get(name + "_FILE");
        if (value == null && file != null) {
            try {
                value = Files.readString(Path.of(file)).strip();
            } catch (IOException e) {
                throw new IllegalArgumentException(name + "_FILE: " + file + " (expected: a file that can be read)", e);
            }
        }
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException(
                    name + ": absent (expected: it or " + name + "_FILE in the environment)");
        }
        return value;
    }

    /// Leaves out what must not be in a log.
    @Override
    public String toString() {
        return "GameServerConfiguration[partnerUrl=%s, instanceId=%s, serverId=%s]"
                .formatted(partnerUrl, instanceId, serverId);
    }
}
