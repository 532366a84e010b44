package dev.gatehouse.client.calls;

/// Which of a session's messages have come to nothing when it got a new owner.
///
/// @param received how far the new owner has received
/// @param onWire the highest number that may have reached the old one
/// @param gap whether what the old owner had said is lost
public record Fate(long received, long onWire, boolean gap) {

    /// Whether nobody can say what became of a message that is not sent again.
    public boolean isSkipped(long number) {
        return number > received && number <= onWire;
    }

    /// Whether the answer to a message will not come.
    public boolean losesAnswer(long number) {
        return gap && number <= received;
    }
}
