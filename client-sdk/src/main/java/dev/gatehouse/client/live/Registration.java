package dev.gatehouse.client.live;

/// Something that goes on until it is closed. Closing it twice is closing it once. Safe to use from
/// any thread.
public interface Registration extends AutoCloseable {

    @Override
    void close();
}
