package dev.gatehouse.model.instance;

import dev.gatehouse.model.protocol.ServerMessage.GameInstance;
import dev.gatehouse.model.schema.Member;
import java.util.List;

/// What the new session of a player is to hear of the instances that the player is in.
///
/// @param news in this order
public record ReturnNews(@Member(1) List<GameInstance> news) {

    public ReturnNews {
        news = List.copyOf(news);
    }
}
