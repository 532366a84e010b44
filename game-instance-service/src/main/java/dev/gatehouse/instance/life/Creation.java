package dev.gatehouse.instance.life;

import static java.util.Objects.requireNonNullElse;

import dev.gatehouse.model.digest.Sha256;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.partner.GameServerRequest;
import dev.gatehouse.model.partner.InstancePlayer;
import dev.gatehouse.model.partner.ReconnectPolicy;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.registry.instance.InstanceNotes;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.InstanceRecord.HistoryEntry;
import dev.gatehouse.registry.instance.InstanceRecord.Origin;
import dev.gatehouse.registry.instance.InstanceRecord.Unheard;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody wants an instance to be.
///
/// @param key the same key and the same wish give the same instance, however often it is asked
/// @param provider names the provider to ask; [Hosting#PROVIDER] where a server hosts it already
/// @param data for the instance's server, backends and operators
/// @param shared for its players, too
/// @param reconnect what becomes of players who come back
/// @param hosting absent where a provider is to be asked for a server
/// @param ruled what the game's rules say of `reconnect`; no part of the wish, which is the same whatever they say
public record Creation(
        GameId gameId,
        CreationKey key,
        String provider,
        @Nullable String zone,
        List<InstancePlayer> players,
        JsonText data,
        JsonText shared,
        ReconnectPolicy reconnect,
        @Nullable Hosting hosting,
        @Nullable ReconnectPolicy ruled) {

    /// At most this many characters in `zone`.
    static final int MAX_ZONE_LENGTH = 64;

    private static final int DIGEST_BYTES = 16;

    public Creation {
        if (zone != null && (zone.isEmpty() || zone.length() > MAX_ZONE_LENGTH)) {
            throw new IllegalArgumentException(
                    "zone: " + zone.length() + " characters (expected: 1 to " + MAX_ZONE_LENGTH + ")");
        }
        if (players.stream().map(InstancePlayer::playerId).distinct().count() != players.size()) {
            throw new IllegalArgumentException("players: one is named twice (expected: each once)");
        }
        if (players.size() > Seats.MAX) {
            throw new IllegalArgumentException("players: " + players.size() + " (expected: at most " + Seats.MAX + ")");
        }
        checkLength("data", data);
        checkLength("shared", shared);
        players = List.copyOf(players);
    }

    /// One that a provider is to be asked for a server for, and whose players have to come back.
    public Creation(
            GameId gameId,
            CreationKey key,
            String provider,
            @Nullable String zone,
            List<InstancePlayer> players,
            JsonText data,
            JsonText shared) {
        this(gameId, key, provider, zone, players, data, shared, ReconnectPolicy.REQUIRED, null, null);
    }

    public Creation with(ReconnectPolicy other) {
        return new Creation(gameId, key, provider, zone, players, data, shared, other, hosting, ruled);
    }

    /// The same wish.
    public Creation ruled(@Nullable ReconnectPolicy other) {
        return new Creation(gameId, key, provider, zone, players, data, shared, reconnect, hosting, other);
    }

    /// What its instance is called: by game and key alone, so that one key makes one instance wherever and
    /// however often it is asked, without asking anybody. Nothing rests on its being hard to guess (decision
    /// 0038).
    InstanceId instanceId() {
        return new InstanceId("gi-" + digest(key.in(gameId)));
    }

    InstanceRecord toInstance(Instant now) {
        return new InstanceRecord(
                instanceId(),
                gameId,
                new Origin(
                        key.text(),
                        fingerprint(),
                        provider,
                        zone,
                        now.toEpochMilli(),
                        requireNonNullElse(ruled, reconnect),
                        hosting == null ? null : hosting.root()),
                List.of(new HistoryEntry(InstanceState.CREATED, now.toEpochMilli(), "created")),
                null,
                Seats.of(players, 0),
                InstanceNotes.first(data, shared),
                false,
                now.toEpochMilli(),
                null,
                List.of(),
                Unheard.NOTHING);
    }

    private static void checkLength(String what, JsonText json) {
        int length = json.text().length();
        if (length > GameServerRequest.UpdateInstance.MAX_DATA_LENGTH) {
            throw new IllegalArgumentException(what + ": " + length + " characters (expected: at most "
                    + GameServerRequest.UpdateInstance.MAX_DATA_LENGTH + ")");
        }
    }

    /// Tells this wish from another one under the same key. Every part is written out here, and what is as it is unless
    /// it is said adds nothing: the keys of instances from before it could be said stay good. What follows
    /// from another part, as the root does, adds nothing either.
    String fingerprint() {
        var seats = players.stream().map(Creation::written).toList();
        var wish = List.of(gameId.value(), provider, String.valueOf(zone), seats, data.text(), shared.text());
        var policy = reconnect == ReconnectPolicy.REQUIRED ? "" : reconnect.name();
        return digest(wish + policy + (hosting == null ? "" : written(hosting)));
    }

    private static String written(InstancePlayer player) {
        var data = player.data() == null
                ? "null"
                : "JsonText[text=" + player.data().text() + "]";
        return "InstancePlayer[playerId=" + player.playerId().value() + ", team=" + player.team() + ", data=" + data
                + "]";
    }

    private static String written(Hosting hosting) {
        var address = hosting.address();
        return "Hosting[creator=" + hosting.creator().value() + ", address=Address[host=" + address.host() + ", port="
                + address.port() + ", capacity=" + address.capacity() + "]]";
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(Sha256.of(text), 0, DIGEST_BYTES);
    }
}
