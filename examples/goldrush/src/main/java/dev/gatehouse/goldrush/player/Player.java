package dev.gatehouse.goldrush.player;

import dev.gatehouse.model.collection.ChunkedMap;
import dev.gatehouse.model.player.PendingQueue;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.schema.Member;
import dev.gatehouse.model.schema.NoChecksum;
import dev.gatehouse.model.schema.ServerOnly;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.pcollections.PSortedMap;

/// A gold digger.
///
/// @param gold in nuggets, 0 to [#MAX_GOLD]
/// @param tipOfTheDay changed by the server at any time
/// @param inventory how many of each item, by the item's name
/// @param gifts put in by the server, claimed by the player
/// @param fraudScore grows with what looks wrong; the player never sees it
@RecordBuilder
public record Player(
        @Member(1) int gold,
        @Member(2) @NoChecksum String tipOfTheDay,
        @Member(3) PSortedMap<String, Integer> inventory,
        @Member(4) @NoChecksum PendingQueue<Gift> gifts,
        @Member(5) @ServerOnly int fraudScore)
        implements PlayerModel, PlayerBuilder.With {

    /// No purse holds more.
    public static final int MAX_GOLD = 1_000_000_000;

    /// Somebody who has just arrived.
    public static Player newcomer() {
        return new Player(0, "", ChunkedMap.empty(), PendingQueue.empty(), 0);
    }

    boolean hasRoomFor(int nuggets) {
        return nuggets <= MAX_GOLD - gold;
    }
}
