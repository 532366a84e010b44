package dev.gatehouse.model.servercode;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.partner.InstancePlayer;
import dev.gatehouse.model.partner.PlayerWrite;
import dev.gatehouse.model.schema.Case;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody wants to do with an instance of a game.
public sealed interface InstanceWish {

    InstanceAsker by();

    /// @param players its first; a player who asks is among them
    /// @param zone where its server is wanted; absent where any will do
    @Case(name = "create", number = 1)
    record Create(
            @Member(1) InstanceAsker by,
            @Member(2) List<InstancePlayer> players,
            @Member(3) JsonText data,
            @Member(4) JsonText shared,
            @Member(5) @Nullable String zone)
            implements InstanceWish {}

    /// A player who asks wants to join.
    @Case(name = "add-players", number = 2)
    record AddPlayers(
            @Member(1) InstanceAsker by,
            @Member(2) InstanceOutline instance,
            @Member(3) List<InstancePlayer> players) implements InstanceWish {}

    /// A player who asks wants to leave.
    @Case(name = "remove-players", number = 3)
    record RemovePlayers(
            @Member(1) InstanceAsker by,
            @Member(2) InstanceOutline instance,
            @Member(3) List<PlayerId> players) implements InstanceWish {}

    /// @param data absent to leave it
    /// @param shared absent to leave it
    @Case(name = "update", number = 4)
    record Update(
            @Member(1) InstanceAsker by,
            @Member(2) InstanceOutline instance,
            @Member(3) @Nullable JsonText data,
            @Member(4) @Nullable JsonText shared,
            @Member(5) List<PlayerWrite> players)
            implements InstanceWish {}

    /// @param why for people
    @Case(name = "end", number = 5)
    record End(
            @Member(1) InstanceAsker by,
            @Member(2) InstanceOutline instance,
            @Member(3) String why) implements InstanceWish {}
}
