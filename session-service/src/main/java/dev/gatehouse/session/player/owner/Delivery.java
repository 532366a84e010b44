package dev.gatehouse.session.player.owner;

import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.GameInstance;
import dev.gatehouse.session.player.answer.DeliveryAnswer;
import dev.gatehouse.session.session.Session;
import java.util.function.Consumer;

/// Tells a player's sessions what others have to say to the player. On the player's shard.
public record Delivery(PlayerOwner owner) {

    /// Sends a message to every session that lives. An unauthenticated one hears nothing that is for a player. That an
    /// instance is none of the player's any more nobody can be asked later: it is stored before it counts as said.
    public void deliver(ServerMessage message, Consumer<DeliveryAnswer> then) {
        if (owner.player().playerId().isUnauthenticated()) {
            then.accept(new DeliveryAnswer.Delivered(false));
            return;
        }
        owner.homecoming().told(message);
        boolean isHeard = owner.attendance().deliver(message);
        if (isHeard && message instanceof GameInstance news && news.event().isTheLast()) {
            owner.keeper()
                    .saveEach(
                            owner.attendance().live(),
                            () -> then.accept(
                                    owner.isLost()
                                            ? new DeliveryAnswer.Unavailable()
                                            : new DeliveryAnswer.Delivered(true)));
        } else {
            then.accept(new DeliveryAnswer.Delivered(isHeard));
        }
    }

    /// A session's stream starts anew: says in it again which instances are none of the player's any more.
    static void tellPartings(Session session, long now) {
        session.stream().partings().forEach(news -> session.send(news, now));
    }
}
