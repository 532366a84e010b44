package dev.gatehouse.model.error;

import static dev.gatehouse.model.error.Advice.*;
import static dev.gatehouse.model.error.DetectedBy.*;
import static dev.gatehouse.model.error.ErrorType.*;
import static dev.gatehouse.model.error.Family.*;
import static dev.gatehouse.model.error.PlayerReason.*;

import dev.gatehouse.model.protocol.ServerMessage.Terminate;
import dev.gatehouse.model.schema.JsonText;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Every way a connection can be refused, fail or be ended. Codes are defined here and nowhere else: the table in
/// docs/errors.md, close codes, `terminate` messages and metric tags all come from this enum.
///
/// A row holds the code, the type, what happened, and where the error differs from what is usual for its type: what the
/// player is told, the family, the advice, who detects it.
///
/// Numbers are for support and never change meaning. Retire one; do not give it to something else.
public enum ConnectionError {
    CLOSED_SESSION_INIT_DONE(1000, CLOSED, "The socket closed during a session."),
    CLOSED_HANDSHAKE_DONE(
            1001, CLOSED, "The socket closed after the server spoke, before a session.", COULD_NOT_CONNECT),
    CLOSED_HANDSHAKE_NOT_DONE(1002, CLOSED, "The socket closed before the server said anything.", COULD_NOT_CONNECT),
    CLOSED_PROBE_FAILED(
            1003, CLOSED, "The socket closed, and the network probe failed as well.", NO_INTERNET_CONNECTION),
    CLOSED_PROBE_MISSING(1004, CLOSED, "The socket closed before the network probe had an answer.", COULD_NOT_CONNECT),
    TIMEOUT_CONNECT_SESSION_INIT_DONE(1100, TIMEOUT, "Reconnecting to a running session took too long."),
    TIMEOUT_CONNECT_HANDSHAKE_DONE(1101, TIMEOUT, "The server spoke, but no session came in time."),
    TIMEOUT_CONNECT_HANDSHAKE_NOT_DONE(1102, TIMEOUT, "The server said nothing in time."),
    TIMEOUT_CONNECT_PROBE_FAILED(
            1103, TIMEOUT, "Connecting took too long, and the network probe failed as well.", NO_INTERNET_CONNECTION),
    TIMEOUT_CONNECT_PROBE_MISSING(1104, TIMEOUT, "Connecting took too long; the probe had no answer yet."),
    TIMEOUT_RESOURCE_FETCH(1112, TIMEOUT, "A file that the game needs did not arrive in time."),
    TIMEOUT_RESOURCE_FETCH_PROBE_FAILED(
            1113, TIMEOUT, "A needed file was late, and the network probe failed as well.", NO_INTERNET_CONNECTION),
    TIMEOUT_RESOURCE_FETCH_PROBE_MISSING(1114, TIMEOUT, "A needed file was late; the network probe had no answer yet."),
    TIMEOUT_STREAM_SESSION_INIT_DONE(1120, TIMEOUT, "The server fell silent during a session.", CONNECTION_LOST),
    TIMEOUT_STREAM_HANDSHAKE_DONE(
            1121, TIMEOUT, "The server fell silent after it spoke, before a session.", CONNECTION_LOST),
    TIMEOUT_STREAM_HANDSHAKE_NOT_DONE(
            1122, TIMEOUT, "The stream fell silent before the server said anything.", CONNECTION_LOST),
    TIMEOUT_UNHANDLED(1190, TIMEOUT, "A wait ended in a way that has no code of its own."),
    CLUSTER_STARTING(1200, CLUSTER_NOT_READY, "The servers are starting."),
    CLUSTER_SHUTTING_DOWN(1201, CLUSTER_NOT_READY, "The servers are shutting down."),
    CLUSTER_NOT_READY_UNHANDLED(1209, CLUSTER_NOT_READY, "The servers cannot take this session now."),
    CLUSTER_NODE_LOST(1210, CLUSTER_NOT_READY, "The server process behind this session is gone.", CONNECTION_LOST),
    RESOURCE_FETCH_FAILED(1302, CONFIG_FETCH_FAILED, "A file that the game needs could not be fetched."),
    RESOURCE_FETCH_FAILED_PROBE_FAILED(
            1303, CONFIG_FETCH_FAILED, "Fetching a file failed, and so did the network probe.", NO_INTERNET_CONNECTION),
    RESOURCE_FETCH_FAILED_PROBE_MISSING(
            1304, CONFIG_FETCH_FAILED, "Fetching a file failed; the probe had no answer yet."),
    RESOURCE_ACTIVATION_FAILED(1310, CONFIG_FETCH_FAILED, "A fetched file could not be put to use.", INTERNAL_ERROR),
    RESOURCE_LOAD_FAILED_UNHANDLED(
            1390, CONFIG_FETCH_FAILED, "Loading failed in a way that has no code of its own.", INTERNAL_ERROR),
    FAILED_TO_RESUME_SESSION(1400, ErrorType.FAILED_TO_RESUME_SESSION, "The session is gone or cannot go on there."),
    FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION(
            1500, SESSION_FORCE_TERMINATED, "The player connected again; the newer session stays."),
    FORCE_TERMINATED_KICKED_BY_ADMIN_ACTION(1501, SESSION_FORCE_TERMINATED, "An operator ended the session."),
    FORCE_TERMINATED_INTERNAL_SERVER_ERROR(
            1502, SESSION_FORCE_TERMINATED, "The server failed while it ran the session.", INTERNAL_ERROR),
    FORCE_TERMINATED_UNKNOWN(
            1503, SESSION_FORCE_TERMINATED, "The server ended the session without saying why.", INTERNAL_ERROR),
    FORCE_TERMINATED_CLIENT_TIME_TOO_FAR_BEHIND(
            1504, SESSION_FORCE_TERMINATED, "The client's game time is too far behind the server's."),
    FORCE_TERMINATED_CLIENT_TIME_TOO_FAR_AHEAD(
            1505, SESSION_FORCE_TERMINATED, "The client's game time is too far ahead of the server's.", INTERNAL_ERROR),
    FORCE_TERMINATED_SESSION_TOO_LONG(
            1506, SESSION_FORCE_TERMINATED, "The session reached the longest time it may last."),
    FORCE_TERMINATED_PLAYER_BANNED(
            1507, SESSION_FORCE_TERMINATED, "The player was banned during the session.", PlayerReason.PLAYER_IS_BANNED),
    FORCE_TERMINATED_MAINTENANCE_MODE_STARTED(
            1508, SESSION_FORCE_TERMINATED, "Maintenance began during the session.", SERVER_MAINTENANCE),
    FORCE_TERMINATED_PAUSE_DEADLINE_EXCEEDED(
            1509, SESSION_FORCE_TERMINATED, "The client paused for longer than it may."),
    FORCE_TERMINATED_GAME_CONFIG_UPDATED(
            1510, GAME_CONFIG_UPDATE_REQUIRED, "The game's configuration changed; fetch it."),
    FORCE_TERMINATED_LOGIC_VERSION_UPDATED(
            1511, SESSION_FORCE_TERMINATED, "The game's logic changed; update now.", CLIENT_VERSION_TOO_OLD, UPDATE),
    FORCE_TERMINATED_UNHANDLED(
            1550, SESSION_FORCE_TERMINATED, "The session ended for a reason new to this client.", INTERNAL_ERROR),
    FORCE_TERMINATED_UNHANDLED_INVALID(
            1599, SESSION_FORCE_TERMINATED, "The session was ended for a reason nobody could read.", INTERNAL_ERROR),
    PROTOCOL_ERROR_UNEXPECTED_LOGIN_MESSAGE(1600, PROTOCOL_ERROR, "The server sent a login message out of turn."),
    PROTOCOL_ERROR_MISSING_SERVER_HELLO(1610, PROTOCOL_ERROR, "The first message was not a server-hello."),
    PROTOCOL_ERROR_SESSION_START_FAILED(1620, PROTOCOL_ERROR, "The session could not be started."),
    PROTOCOL_ERROR_SESSION_PROTOCOL_ERROR(1630, PROTOCOL_ERROR, "A message did not fit the state of the session."),
    PROTOCOL_ERROR_UNHANDLED(1690, PROTOCOL_ERROR, "The protocol was broken in a way that has no code of its own."),
    SESSION_LOST_IN_BACKGROUND(1700, ErrorType.SESSION_LOST_IN_BACKGROUND, "The session ran out in the background."),
    TRANSPORT_WATCHDOG_EXCEEDED_SESSION_INIT_DONE(
            1800, INTERNAL_WATCHDOG_DEADLINE_EXCEEDED, "The transport hung during a session."),
    TRANSPORT_WATCHDOG_EXCEEDED_HANDSHAKE_DONE(
            1801, INTERNAL_WATCHDOG_DEADLINE_EXCEEDED, "The transport hung after the server spoke."),
    TRANSPORT_WATCHDOG_EXCEEDED_HANDSHAKE_NOT_DONE(
            1802, INTERNAL_WATCHDOG_DEADLINE_EXCEEDED, "The transport hung before the server spoke."),
    TRANSPORT_WATCHDOG_EXCEEDED_PROBE_FAILED(
            1803, INTERNAL_WATCHDOG_DEADLINE_EXCEEDED, "The transport hung; the network probe failed."),
    TRANSPORT_WATCHDOG_EXCEEDED_PROBE_MISSING(
            1804, INTERNAL_WATCHDOG_DEADLINE_EXCEEDED, "The transport hung; the probe is unanswered."),
    RESETUP_WATCHDOG_EXCEEDED(
            1810, INTERNAL_WATCHDOG_DEADLINE_EXCEEDED, "Setting the connection up again never ended."),
    CONNECTION_WATCHDOG_EXCEEDED_UNHANDLED(
            1890, INTERNAL_WATCHDOG_DEADLINE_EXCEEDED, "The connection hung in an unlisted way."),
    TLS_ERROR_UNKNOWN(2000, TLS_ERROR, "TLS failed for an unknown reason."),
    TLS_ERROR_NOT_AUTHENTICATED(2001, TLS_ERROR, "TLS did not prove who the server is."),
    TLS_ERROR_FAILURE_WHILE_AUTHENTICATING(2002, TLS_ERROR, "TLS failed while it checked who the server is."),
    TLS_ERROR_NOT_ENCRYPTED(2003, TLS_ERROR, "TLS is up, but the connection is not encrypted."),
    TLS_ERROR_UNHANDLED(2009, TLS_ERROR, "TLS failed in a way that has no code of its own."),
    WIRE_PROTOCOL_VERSION_CLIENT_TOO_OLD(
            2100, WIRE_PROTOCOL_VERSION_MISMATCH, "The client's protocol is too old.", CLIENT_VERSION_TOO_OLD, UPDATE),
    WIRE_PROTOCOL_VERSION_CLIENT_TOO_NEW(
            2101, WIRE_PROTOCOL_VERSION_MISMATCH, "The client's protocol is newer than ours."),
    WIRE_PROTOCOL_VERSION_INVALID_MISMATCH(
            2109, WIRE_PROTOCOL_VERSION_MISMATCH, "The protocol check's versions make no sense."),
    INVALID_GAME_MAGIC(2200, ErrorType.INVALID_GAME_MAGIC, "Whoever answered is not a Gatehouse server."),
    PROJECT_ID_MISMATCH(2201, ErrorType.PROJECT_ID_MISMATCH, "The server belongs to another project."),
    IN_MAINTENANCE(2300, ErrorType.IN_MAINTENANCE, "The servers are in maintenance."),
    LOGIC_VERSION_CLIENT_TOO_OLD(
            2400, LOGIC_VERSION_MISMATCH, "The client's logic is no longer accepted.", CLIENT_VERSION_TOO_OLD, UPDATE),
    LOGIC_VERSION_CLIENT_TOO_NEW(2401, LOGIC_VERSION_MISMATCH, "The client's logic version is not accepted yet."),
    LOGIC_VERSION_INVALID_MISMATCH(
            2402, LOGIC_VERSION_MISMATCH, "The versions named in the logic check make no sense."),
    COMMIT_ID_MISMATCH(2500, ErrorType.COMMIT_ID_MISMATCH, "Client and server come from different commits."),
    WIRE_FORMAT_ERROR_SESSION_INIT_DONE(2600, WIRE_FORMAT_ERROR, "An unreadable message arrived during a session."),
    WIRE_FORMAT_ERROR_HANDSHAKE_DONE(2601, WIRE_FORMAT_ERROR, "An unreadable message arrived after the server spoke."),
    WIRE_FORMAT_ERROR_HANDSHAKE_NOT_DONE(2602, WIRE_FORMAT_ERROR, "The server's first message was unreadable."),
    NO_NETWORK_CONNECTIVITY(2700, ErrorType.NO_NETWORK_CONNECTIVITY, "The device has no network."),
    DEVICE_STORAGE_WRITE_ERROR(
            2800, ErrorType.CLIENT_SIDE_CONNECTION_ERROR, "The device could not store it.", DEVICE_LOCAL_STORAGE_ERROR),
    CLIENT_SIDE_CONNECTION_ERROR(2801, ErrorType.CLIENT_SIDE_CONNECTION_ERROR, "The client itself failed to connect."),
    CREDENTIALS_EXPIRED_ERROR(2802, ErrorType.LOGIN_REJECTED, "The player's token has expired or is not valid."),
    PLAYER_IS_BANNED(2900, ErrorType.PLAYER_IS_BANNED, "A banned player may not log in."),
    PLAYER_DESERIALIZATION_FAILURE(3000, SERVER_PLAYER_DESERIALIZATION_FAILURE, "The stored player could not be read."),
    LOGIN_PROTOCOL_VERSION_CLIENT_TOO_OLD(
            3100, LOGIN_PROTOCOL_VERSION_MISMATCH, "The client's login is too old.", CLIENT_VERSION_TOO_OLD, UPDATE),
    LOGIN_PROTOCOL_VERSION_CLIENT_TOO_NEW(
            3101, LOGIN_PROTOCOL_VERSION_MISMATCH, "The client's login is newer than ours."),
    LOGIN_PROTOCOL_VERSION_INVALID_MISMATCH(
            3102, LOGIN_PROTOCOL_VERSION_MISMATCH, "The login check's versions make no sense."),
    DIRECT_CONNECTION_LOST_ON_CLIENT(3200, CLOSED, "The client lost its direct connection.", BOTH),
    DIRECT_CONNECTION_LOST_ON_SERVER(3201, CLOSED, "The server lost its direct connection.", BOTH),
    CLIENT_PATCH_VERSION_TOO_OLD(3202, ErrorType.CLIENT_PATCH_VERSION_TOO_OLD, "The client's patch is too old."),
    LOGIN_REJECTED(3300, ErrorType.LOGIN_REJECTED, "The player's token was refused."),
    HANDSHAKE_TIMEOUT(4000, TIMEOUT, "The client did not finish the handshake in time.", SERVER),
    HANDSHAKE_MALFORMED(
            4001, PROTOCOL_ERROR, "A message of the handshake is malformed or out of turn.", TERMINAL, INFORM, SERVER),
    GAME_ID_UNKNOWN(4002, ErrorType.LOGIN_REJECTED, "No game of this id is registered here.", INTERNAL_ERROR, INFORM),
    GAME_ID_NOT_ALLOWED(4003, ErrorType.LOGIN_REJECTED, "The token does not allow this game."),
    TOKEN_EXPIRED_IN_SESSION(4004, ErrorType.LOGIN_REJECTED, "The token expired in the session.", TRANSIENT),
    REFUSED_BY_CONNECTION_POLICY(
            4010, SESSION_FORCE_TERMINATED, "The connection policy did not keep this session.", COULD_NOT_CONNECT),
    REFUSED_BY_GAME_SERVER(
            4011, ErrorType.LOGIN_REJECTED, "The game's own code refused the player.", COULD_NOT_CONNECT, INFORM),
    RATE_LIMITED(4020, CLUSTER_NOT_READY, "Too many attempts in too short a time.", COULD_NOT_CONNECT),
    CONNECTION_LIMIT_REACHED(
            4021, CLUSTER_NOT_READY, "The server holds as many connections as it may.", COULD_NOT_CONNECT),
    SLOW_CONSUMER(4030, CLOSED, "The client reads more slowly than it is sent to.", SERVER),
    MESSAGE_TOO_LARGE(4031, PROTOCOL_ERROR, "A message is larger than the limit.", TERMINAL, INFORM, BOTH),
    MESSAGE_MALFORMED(4032, PROTOCOL_ERROR, "A message of the session is malformed.", TERMINAL, INFORM, SERVER),
    PROXY_DRAINING(
            4040, CLUSTER_NOT_READY, "This proxy is shutting down; another takes over.", CONNECTION_LOST, RECONNECT),
    LOGIC_VERSION_DOWNGRADE(4050, ErrorType.LOGIC_VERSION_DOWNGRADE, "The player's model needs newer logic."),
    TEMPORARY_AUTHENTICATION_ERROR(
            4051, ErrorType.TEMPORARY_AUTHENTICATION_ERROR, "The token could not be checked now."),
    PEER_CONNECT_TIMEOUT(4060, TIMEOUT, "No way to the peer was found in time."),
    PEER_REFUSED(4061, CLOSED, "The peer refused the connection.", COULD_NOT_CONNECT, TRANSIENT, INFORM, BOTH),
    PEER_SESSION_FULL(4062, CLOSED, "The peer session has no free place.", COULD_NOT_CONNECT, TRANSIENT, INFORM, BOTH),
    PEER_RELAY_LOST(4063, CLOSED, "The relay between the peers is gone.", BOTH),
    SOCIAL_AUTHENTICATION_FORCE_RECONNECT(
            8000, SOCIAL_AUTHENTICATE_FORCE_RECONNECT, "A new social login needs a new connection."),
    PLAYER_CHECKSUM_MISMATCH(8100, ErrorType.PLAYER_CHECKSUM_MISMATCH, "Client and server disagree on the model."),
    CLIENT_TERMINATED_CONNECTION(
            8200, ErrorType.CLIENT_TERMINATED_CONNECTION, "The game ended the connection at once."),
    CLIENT_CLOSED_CONNECTION(8201, ErrorType.CLIENT_TERMINATED_CONNECTION, "The game closed the connection in order."),
    UNKNOWN(9000, ErrorType.UNKNOWN, "It is not known what went wrong."),
    UNHANDLED(9100, ErrorType.UNKNOWN, "Something failed that has no code of its own.");

    private static final Map<Integer, ConnectionError> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ConnectionError::code, Function.identity()));

    private final int code;
    private final ErrorType type;
    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // A record of enums.
    private final Handling handling;

    /// @param exceptions where it differs from what is usual for its type
    ConnectionError(int code, ErrorType type, String description, Column... exceptions) {
        this.code = code;
        this.type = type;
        this.description = description;
        this.handling = type.usually().except(exceptions);
    }

    /// The error of this code; empty where this version does not know it.
    public static Optional<ConnectionError> of(int code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /// The number, four digits.
    public int code() {
        return code;
    }

    /// The name on the wire: the constant's in lower case.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What the player is told.
    public PlayerReason reason() {
        return handling.reason();
    }

    /// What a program tells apart.
    public ErrorType type() {
        return type;
    }

    /// Whether the cause may pass by itself.
    public Family family() {
        return handling.family();
    }

    /// What the client does next.
    public Advice advice() {
        return handling.advice();
    }

    /// Who notices it first.
    public DetectedBy detectedBy() {
        return handling.detectedBy();
    }

    /// What happened, in one English sentence.
    public String description() {
        return description;
    }

    /// The WebSocket close code: 4000 to 4499 where the client may reconnect by itself, else 4500 to 4999.
    public int closeCode() {
        return advice().closeCode();
    }

    /// The WebSocket close reason, at most the 123 bytes that a close frame has room for.
    public String closeReason() {
        return code + " " + wireName();
    }

    /// The last message before the socket closes, with nothing to add to the code.
    public Terminate terminate() {
        return terminate(null, description, JsonText.EMPTY_OBJECT);
    }

    /// The last message before the socket closes.
    ///
    /// @param retryAfter how long to stay away, where that is known; rounded down to milliseconds
    /// @param message English, for people; never a secret
    /// @param details a JSON object
    public Terminate terminate(@Nullable Duration retryAfter, String message, JsonText details) {
        var retryAfterMillis = retryAfter == null ? null : retryAfter.toMillis();
        return new Terminate(
                code,
                wireName(),
                reason().wireName(),
                family().wireName(),
                advice().wireName(),
                retryAfterMillis,
                message,
                details);
    }
}
