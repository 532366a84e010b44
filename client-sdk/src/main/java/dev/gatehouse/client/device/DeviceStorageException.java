package dev.gatehouse.client.device;

/// The device does not keep its token: without one it would be another device on every start. Ends the
/// session with 2800.
public final class DeviceStorageException extends Exception {

    public DeviceStorageException(Throwable cause) {
        super("the device's token could not be read or kept", cause);
    }
}
