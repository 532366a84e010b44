package dev.gatehouse.model.servercode;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.partner.SeatedPlayer;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;
import java.util.List;

/// An instance as its game's rules see it.
///
/// @param data what the game keeps with it
/// @param shared what the game keeps with it for its players to see
public record InstanceOutline(
        @Member(1) InstanceId id,
        @Member(2) InstanceState state,
        @Member(3) List<SeatedPlayer> players,
        @Member(4) JsonText data,
        @Member(5) JsonText shared) {}
