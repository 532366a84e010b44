package dev.gatehouse.gameserver;

import dev.gatehouse.model.partner.PartnerHeaders;
import dev.gatehouse.model.partner.PoolServerMessage;
import java.net.URI;
import java.util.Map;

/// What a pool server must know to join its pool.
///
/// @param partnerUrl where game-instance-service is: `ws://` or `wss://`, host and port
/// @param key the pool's, which its pool servers share
/// @param name this pool server's own, of one process at a time in the pool: letters, digits, `.`, `_`, `-`
/// @param places how many game servers it runs at once: 0 to 1,000
public record PoolConfiguration(URI partnerUrl, String key, String name, int places) {

    public PoolConfiguration {
        PartnerEnvironment.checkUrl(partnerUrl);
        checkPlaces(places);
    }

    /// Reads `GATEHOUSE_PARTNER_URL`, `GATEHOUSE_POOL_KEY`, `GATEHOUSE_POOL_SERVER` and
    /// `GATEHOUSE_POOL_PLACES`; where `NAME_FILE` is set instead of `NAME`, the value is what that file holds.
    ///
    /// @throws IllegalArgumentException naming what is missing or wrong; never with the key in its text
    public static PoolConfiguration fromEnvironment() {
        return from(System.getenv());
    }

    /// Like [#fromEnvironment], from any names and values.
    public static PoolConfiguration from(Map<String, String> environment) {
        return new PoolConfiguration(
                PartnerEnvironment.url(environment),
                PartnerEnvironment.read(environment, "GATEHOUSE_POOL_KEY"),
                PartnerEnvironment.read(environment, "GATEHOUSE_POOL_SERVER"),
                PartnerEnvironment.number(environment, "GATEHOUSE_POOL_PLACES"));
    }

    static void checkPlaces(int places) {
        if (places < 0 || places > PoolServerMessage.MAX_PLACES) {
            throw new IllegalArgumentException(
                    "places: " + places + " (expected: 0 to " + PoolServerMessage.MAX_PLACES + ")");
        }
    }

    URI poolUrl() {
        return partnerUrl.resolve(PartnerHeaders.POOL_PATH);
    }

    /// Leaves out what must not be in a log.
    @Override
    public String toString() {
        return "PoolConfiguration[partnerUrl=%s, name=%s, places=%d]".formatted(partnerUrl, name, places);
    }
}
