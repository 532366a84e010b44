package dev.gatehouse.model.error;

/// What a player is told. Many errors share one reason.
public enum PlayerReason implements Column {
    /// The connection was there and is gone.
    CONNECTION_LOST("ConnectionLost"),
    /// There never was a connection.
    COULD_NOT_CONNECT("CouldNotConnect"),
    /// The device itself seems to be offline.
    NO_INTERNET_CONNECTION("NoInternetConnection"),
    /// The servers are not open, or not yet for this version.
    SERVER_MAINTENANCE("ServerMaintenance"),
    /// Something is wrong that the player cannot change.
    INTERNAL_ERROR("InternalError"),
    /// The player may not play.
    PLAYER_IS_BANNED("PlayerIsBanned"),
    /// The game needs an update.
    CLIENT_VERSION_TOO_OLD("ClientVersionTooOld"),
    /// The device cannot store what the game must keep.
    DEVICE_LOCAL_STORAGE_ERROR("DeviceLocalStorageError"),
    /// The player has to log in again.
    CREDENTIALS_EXPIRED_OR_INVALID("CredentialsExpiredOrInvalid");

    private final String wireName;

    PlayerReason(String wireName) {
        this.wireName = wireName;
    }

    /// The name on the wire and in the docs.
    public String wireName() {
        return wireName;
    }
}
