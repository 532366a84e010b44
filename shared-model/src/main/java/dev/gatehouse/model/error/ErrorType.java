package dev.gatehouse.model.error;

import static dev.gatehouse.model.error.Advice.INFORM;
import static dev.gatehouse.model.error.Advice.LOGIN;
import static dev.gatehouse.model.error.Advice.NONE;
import static dev.gatehouse.model.error.Advice.RECONNECT;
import static dev.gatehouse.model.error.Advice.RECONNECT_LATER;
import static dev.gatehouse.model.error.Advice.UPDATE;
import static dev.gatehouse.model.error.DetectedBy.CLIENT;
import static dev.gatehouse.model.error.DetectedBy.SERVER;
import static dev.gatehouse.model.error.Family.TERMINAL;
import static dev.gatehouse.model.error.Family.TRANSIENT;
import static dev.gatehouse.model.error.PlayerReason.CLIENT_VERSION_TOO_OLD;
import static dev.gatehouse.model.error.PlayerReason.CONNECTION_LOST;
import static dev.gatehouse.model.error.PlayerReason.COULD_NOT_CONNECT;
import static dev.gatehouse.model.error.PlayerReason.CREDENTIALS_EXPIRED_OR_INVALID;
import static dev.gatehouse.model.error.PlayerReason.INTERNAL_ERROR;
import static dev.gatehouse.model.error.PlayerReason.NO_INTERNET_CONNECTION;
import static dev.gatehouse.model.error.PlayerReason.SERVER_MAINTENANCE;

/// Which kind of failure: what a program tells apart, coarser than a [ConnectionError] and finer than a [PlayerReason].
public enum ErrorType {
    CLOSED("Closed", CONNECTION_LOST, TRANSIENT, RECONNECT, CLIENT),
    TIMEOUT("Timeout", COULD_NOT_CONNECT, TRANSIENT, RECONNECT, CLIENT),
    CLUSTER_NOT_READY("ClusterNotReady", SERVER_MAINTENANCE, TRANSIENT, RECONNECT_LATER, SERVER),
    CONFIG_FETCH_FAILED("ConfigFetchFailed", COULD_NOT_CONNECT, TRANSIENT, RECONNECT, CLIENT),
    FAILED_TO_RESUME_SESSION("FailedToResumeSession", CONNECTION_LOST, TRANSIENT, RECONNECT, SERVER),
    SESSION_FORCE_TERMINATED("SessionForceTerminated", CONNECTION_LOST, TRANSIENT, INFORM, SERVER),
    GAME_CONFIG_UPDATE_REQUIRED("GameConfigUpdateRequired", SERVER_MAINTENANCE, TRANSIENT, INFORM, SERVER),
    PROTOCOL_ERROR("ProtocolError", INTERNAL_ERROR, TRANSIENT, RECONNECT, CLIENT),
    SESSION_LOST_IN_BACKGROUND("SessionLostInBackground", CONNECTION_LOST, TRANSIENT, RECONNECT, CLIENT),
    INTERNAL_WATCHDOG_DEADLINE_EXCEEDED("InternalWatchdogDeadlineExceeded", INTERNAL_ERROR, TRANSIENT, INFORM, CLIENT),
    TLS_ERROR("TlsError", COULD_NOT_CONNECT, TRANSIENT, RECONNECT, CLIENT),
    WIRE_PROTOCOL_VERSION_MISMATCH("WireProtocolVersionMismatch", SERVER_MAINTENANCE, TERMINAL, INFORM, SERVER),
    INVALID_GAME_MAGIC("InvalidGameMagic", INTERNAL_ERROR, TERMINAL, INFORM, CLIENT),
    PROJECT_ID_MISMATCH("ProjectIdMismatch", INTERNAL_ERROR, TERMINAL, INFORM, CLIENT),
    IN_MAINTENANCE("InMaintenance", SERVER_MAINTENANCE, TERMINAL, INFORM, SERVER),
    LOGIC_VERSION_MISMATCH("LogicVersionMismatch", SERVER_MAINTENANCE, TERMINAL, INFORM, SERVER),
    COMMIT_ID_MISMATCH("CommitIdMismatch", INTERNAL_ERROR, TERMINAL, UPDATE, CLIENT),
    WIRE_FORMAT_ERROR("WireFormatError", INTERNAL_ERROR, TERMINAL, UPDATE, CLIENT),
    NO_NETWORK_CONNECTIVITY("NoNetworkConnectivity", NO_INTERNET_CONNECTION, TERMINAL, INFORM, CLIENT),
    CLIENT_SIDE_CONNECTION_ERROR("ClientSideConnectionError", INTERNAL_ERROR, TERMINAL, INFORM, CLIENT),
    LOGIN_REJECTED("LoginRejected", CREDENTIALS_EXPIRED_OR_INVALID, TERMINAL, LOGIN, SERVER),
    PLAYER_IS_BANNED("PlayerIsBanned", PlayerReason.PLAYER_IS_BANNED, TERMINAL, INFORM, SERVER),
    SERVER_PLAYER_DESERIALIZATION_FAILURE(
            "ServerPlayerDeserializationFailure", INTERNAL_ERROR, TERMINAL, INFORM, SERVER),
    LOGIN_PROTOCOL_VERSION_MISMATCH("LoginProtocolVersionMismatch", SERVER_MAINTENANCE, TERMINAL, INFORM, SERVER),
    CLIENT_PATCH_VERSION_TOO_OLD("ClientPatchVersionTooOld", CLIENT_VERSION_TOO_OLD, TERMINAL, UPDATE, SERVER),
    LOGIC_VERSION_DOWNGRADE("LogicVersionDowngrade", CLIENT_VERSION_TOO_OLD, TERMINAL, UPDATE, SERVER),
    TEMPORARY_AUTHENTICATION_ERROR("TemporaryAuthenticationError", COULD_NOT_CONNECT, TRANSIENT, INFORM, SERVER),
    SOCIAL_AUTHENTICATE_FORCE_RECONNECT(
            "SocialAuthenticateForceReconnect", CONNECTION_LOST, TRANSIENT, RECONNECT, CLIENT),
    PLAYER_CHECKSUM_MISMATCH("PlayerChecksumMismatch", INTERNAL_ERROR, TRANSIENT, INFORM, SERVER),
    CLIENT_TERMINATED_CONNECTION("ClientTerminatedConnection", CONNECTION_LOST, TRANSIENT, NONE, CLIENT),
    UNKNOWN("Unknown", INTERNAL_ERROR, TERMINAL, INFORM, CLIENT);

    private final String wireName;

    @SuppressWarnings("ImmutableEnumChecker") // A record of enums.
    private final Handling usually;

    ErrorType(String wireName, PlayerReason reason, Family family, Advice advice, DetectedBy detectedBy) {
        this.wireName = wireName;
        this.usually = new Handling(reason, family, advice, detectedBy);
    }

    /// The name on the wire and in the docs.
    public String wireName() {
        return wireName;
    }

    /// How errors of this type are handled, unless one says otherwise.
    Handling usually() {
        return usually;
    }
}
