package dev.gatehouse.instance.effect;

import dev.gatehouse.model.schema.Member;

/// The `details` of news that has a reason.
///
/// @param why English, for people
public record Why(@Member(1) String why) {}
