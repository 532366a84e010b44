package dev.gatehouse.simulation.check;

import dev.gatehouse.model.error.ConnectionError;
import java.util.EnumSet;
import java.util.Set;

/// The errors that no fault of a network or a process explains: whoever hears one has found a mistake.
public final class Mistakes {

    private static final Set<ConnectionError> ALL = EnumSet.of(
            ConnectionError.FORCE_TERMINATED_INTERNAL_SERVER_ERROR,
            ConnectionError.FORCE_TERMINATED_UNKNOWN,
            ConnectionError.FORCE_TERMINATED_CLIENT_TIME_TOO_FAR_BEHIND,
            ConnectionError.FORCE_TERMINATED_CLIENT_TIME_TOO_FAR_AHEAD,
            ConnectionError.PROTOCOL_ERROR_UNEXPECTED_LOGIN_MESSAGE,
            ConnectionError.PROTOCOL_ERROR_MISSING_SERVER_HELLO,
            ConnectionError.PROTOCOL_ERROR_SESSION_START_FAILED,
            ConnectionError.PROTOCOL_ERROR_SESSION_PROTOCOL_ERROR,
            ConnectionError.PROTOCOL_ERROR_UNHANDLED,
            ConnectionError.WIRE_FORMAT_ERROR_SESSION_INIT_DONE,
            ConnectionError.WIRE_FORMAT_ERROR_HANDSHAKE_DONE,
            ConnectionError.WIRE_FORMAT_ERROR_HANDSHAKE_NOT_DONE,
            ConnectionError.CLIENT_SIDE_CONNECTION_ERROR,
            ConnectionError.PLAYER_DESERIALIZATION_FAILURE,
            ConnectionError.HANDSHAKE_MALFORMED,
            ConnectionError.GAME_ID_UNKNOWN,
            ConnectionError.MESSAGE_TOO_LARGE,
            ConnectionError.MESSAGE_MALFORMED,
            ConnectionError.PLAYER_CHECKSUM_MISMATCH,
            ConnectionError.UNKNOWN,
            ConnectionError.UNHANDLED);

    public static boolean shows(int code) {
        return ConnectionError.of(code).map(ALL::contains).orElse(true);
    }

    private Mistakes() {}
}
