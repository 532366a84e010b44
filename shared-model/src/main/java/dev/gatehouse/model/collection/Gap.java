package dev.gatehouse.model.collection;

/// Where a sorted map may differ from an earlier one: indexes in both. What is between two gaps, ahead of the
/// first and behind the last is surely the same.
///
/// @param beforeFrom the first in the earlier one
/// @param beforeTo behind the last in the earlier one
/// @param from the first in the later one
/// @param to behind the last in the later one
public record Gap(int beforeFrom, int beforeTo, int from, int to) {}
