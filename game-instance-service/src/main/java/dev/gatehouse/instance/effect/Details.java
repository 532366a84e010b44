package dev.gatehouse.instance.effect;

import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.partner.ReconnectPolicy;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.InstanceRecord.Entry;
import org.jspecify.annotations.Nullable;

/// The `details` of news to a player; null where there is nothing to say.
///
/// @param why English, for people
/// @param team the player's
/// @param shared what the game shows all players of the instance
/// @param data what the game keeps with this player
/// @param reconnect there while the player is asked whether it comes back
record Details(
        @Member(1) @Nullable String why,
        @Member(2) @Nullable Integer team,
        @Member(3) @Nullable JsonText shared,
        @Member(4) @Nullable JsonText data,
        @Member(5) @Nullable ReconnectPolicy reconnect) {

    private static final JsonCodec<Details> CODEC = JsonCodec.of(Details.class);

    /// @param why empty where there is nothing to say
    static JsonText of(InstanceRecord instance, PlayerId player, String why) {
        var seat = instance.seat(player);
        var details = new Details(
                why.isEmpty() ? null : why,
                seat.map(InstanceRecord.Seat::team).orElse(null),
                seat.map(_ -> instance.data().shared()).orElse(null),
                seat.map(each -> each.data().value()).orElse(null),
                seat.filter(each -> each.entry() == Entry.OFFERED)
                        .map(_ -> instance.origin().reconnect())
                        .orElse(null));
        return new JsonText(CODEC.encode(details));
    }
}
