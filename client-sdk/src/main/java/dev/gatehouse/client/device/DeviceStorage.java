package dev.gatehouse.client.device;

import java.io.IOException;
import java.util.Optional;

/// Where a device keeps its token between runs of the game. Called on the listener's thread, and may
/// block.
public interface DeviceStorage {

    /// @return empty on a device that has never had one
    Optional<String> read() throws IOException;

    /// @param deviceToken a secret, because guest accounts hang on it
    void write(String deviceToken) throws IOException;
}
