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

/// Which kind of failure: what a program tells apart, coarser than a [ConnectionError] and finer than a [PlayerReason].
public enum ErrorType {
    CLOSED("Closed", TRANSIENT, RECONNECT, CLIENT),
    TIMEOUT("Timeout", TRANSIENT, RECONNECT, CLIENT),
    CLUSTER_NOT_READY("ClusterNotReady", TRANSIENT, RECONNECT_LATER, SERVER),
    CONFIG_FETCH_FAILED("ConfigFetchFailed", TRANSIENT, RECONNECT, CLIENT),
    FAILED_TO_RESUME_SESSION("FailedToResumeSession", TRANSIENT, RECONNECT, SERVER),
    SESSION_FORCE_TERMINATED("SessionForceTerminated", TRANSIENT, INFORM, SERVER),
    GAME_CONFIG_UPDATE_REQUIRED("GameConfigUpdateRequired", TRANSIENT, INFORM, SERVER),
    PROTOCOL_ERROR("ProtocolError", TRANSIENT, RECONNECT, CLIENT),
    SESSION_LOST_IN_BACKGROUND("SessionLostInBackground", TRANSIENT, RECONNECT, CLIENT),
    INTERNAL_WATCHDOG_DEADLINE_EXCEEDED("InternalWatchdogDeadlineExceeded", TRANSIENT, INFORM, CLIENT),
    TLS_ERROR("TlsError", TRANSIENT, RECONNECT, CLIENT),
    WIRE_PROTOCOL_VERSION_MISMATCH("WireProtocolVersionMismatch", TERMINAL, INFORM, SERVER),
    INVALID_GAME_MAGIC("InvalidGameMagic", TERMINAL, INFORM, CLIENT),
    PROJECT_ID_MISMATCH("ProjectIdMismatch", TERMINAL, INFORM, CLIENT),
    IN_MAINTENANCE("InMaintenance", TERMINAL, INFORM, SERVER),
    LOGIC_VERSION_MISMATCH("LogicVersionMismatch", TERMINAL, INFORM, SERVER),
    COMMIT_ID_MISMATCH("CommitIdMismatch", TERMINAL, UPDATE, CLIENT),
    WIRE_FORMAT_ERROR("WireFormatError", TERMINAL, UPDATE, CLIENT),
    NO_NETWORK_CONNECTIVITY("NoNetworkConnectivity", TERMINAL, INFORM, CLIENT),
    CLIENT_SIDE_CONNECTION_ERROR("ClientSideConnectionError", TERMINAL, INFORM, CLIENT),
    LOGIN_REJECTED("LoginRejected", TERMINAL, LOGIN, SERVER),
    PLAYER_IS_BANNED("PlayerIsBanned", TERMINAL, INFORM, SERVER),
    SERVER_PLAYER_DESERIALIZATION_FAILURE("ServerPlayerDeserializationFailure", TERMINAL, INFORM, SERVER),
    LOGIN_PROTOCOL_VERSION_MISMATCH("LoginProtocolVersionMismatch", TERMINAL, INFORM, SERVER),
    CLIENT_PATCH_VERSION_TOO_OLD("ClientPatchVersionTooOld", TERMINAL, UPDATE, SERVER),
    LOGIC_VERSION_DOWNGRADE("LogicVersionDowngrade", TERMINAL, UPDATE, SERVER),
    TEMPORARY_AUTHENTICATION_ERROR("TemporaryAuthenticationError", TRANSIENT, INFORM, SERVER),
    SOCIAL_AUTHENTICATE_FORCE_RECONNECT("SocialAuthenticateForceReconnect", TRANSIENT, RECONNECT, CLIENT),
    PLAYER_CHECKSUM_MISMATCH("PlayerChecksumMismatch", TRANSIENT, INFORM, SERVER),
    CLIENT_TERMINATED_CONNECTION("ClientTerminatedConnection", TRANSIENT, NONE, CLIENT),
    UNKNOWN("Unknown", TERMINAL, INFORM, CLIENT);

    private final String wireName;

    @SuppressWarnings("ImmutableEnumChecker") // A record of enums.
    private final Handling usually;

    ErrorType(String wireName, Family family, Advice advice, DetectedBy detectedBy) {
        this.wireName = wireName;
        this.usually = Handling.as(family, advice, detectedBy);
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
