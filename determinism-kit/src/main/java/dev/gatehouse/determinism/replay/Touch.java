package dev.gatehouse.determinism.replay;

/// An action that would have changed what is in the checksum, run at once.
///
/// @param step its index, from 0
/// @param action with its arguments
/// @param member the path of what it changes, such as `gold` or `inventory[pickaxe]`
public record Touch(int step, String action, String member) {

    @Override
    public String toString() {
        return member + " by step " + step + ", " + action;
    }
}
