package dev.gatehouse.goldrush.player;

import dev.gatehouse.model.schema.Member;

/// Some of one item.
///
/// @param item 1 to 64 characters
/// @param amount 1 to 1,000
public record Gift(@Member(1) String item, @Member(2) int amount) {

    public Gift {
        if (item.isBlank() || item.length() > 64) {
            throw new IllegalArgumentException("item: " + item.length() + " characters (expected: 1 to 64)");
        }
        if (amount < 1 || amount > 1_000) {
            throw new IllegalArgumentException("amount: " + amount + " (expected: 1 to 1,000)");
        }
    }
}
