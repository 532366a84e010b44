package dev.gatehouse.session.player.owner;

/// How much of a player the registry has confirmed.
///
/// @param written the last entry of the journal
/// @param kept the number of the last write of a session
public record Stored(long written, long kept) {

    public static final Stored NOTHING = new Stored(0, 0);
}
