package dev.gatehouse.client.transport;

/// Hears of one socket: [#opened] at most once and first, [#lost] at most once and last, never two
/// calls at once. May not block.
public interface SocketListener {

    void opened();

    /// @param frame one whole message; the listener may keep the array
    void received(byte[] frame);

    void lost(SocketLoss loss);
}
