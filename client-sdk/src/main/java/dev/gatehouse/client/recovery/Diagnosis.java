package dev.gatehouse.client.recovery;

import dev.gatehouse.client.device.Reachability;
import dev.gatehouse.model.error.ConnectionError;
import org.jspecify.annotations.Nullable;

/// Gives a failure its code, by what was known when it came. Whether there is an internet only matters
/// while nobody has answered.
///
/// @param resumes whether there is a session to go on with
/// @param network null while the probe has not answered
public record Diagnosis(
        Stage stage, boolean resumes, @Nullable Reachability network) {

    /// The socket closed or broke.
    public ConnectionError closed() {
        return switch (stage) {
            case SILENT ->
                withProbe(
                        ConnectionError.CLOSED_HANDSHAKE_NOT_DONE,
                        ConnectionError.CLOSED_PROBE_FAILED,
                        ConnectionError.CLOSED_PROBE_MISSING);
            case GREETED -> ConnectionError.CLOSED_HANDSHAKE_DONE;
            case IN_SESSION -> ConnectionError.CLOSED_SESSION_INIT_DONE;
        };
    }

    /// The attempt took longer than it may.
    public ConnectionError late() {
        return switch (stage) {
            case SILENT ->
                withProbe(
                        resumes
                                ? ConnectionError.TIMEOUT_CONNECT_SESSION_INIT_DONE
                                : ConnectionError.TIMEOUT_CONNECT_HANDSHAKE_NOT_DONE,
                        ConnectionError.TIMEOUT_CONNECT_PROBE_FAILED,
                        ConnectionError.TIMEOUT_CONNECT_PROBE_MISSING);
            case GREETED ->
                resumes
                        ? ConnectionError.TIMEOUT_CONNECT_SESSION_INIT_DONE
                        : ConnectionError.TIMEOUT_CONNECT_HANDSHAKE_DONE;
            case IN_SESSION -> ConnectionError.TIMEOUT_STREAM_SESSION_INIT_DONE;
        };
    }

    /// The socket is open, and the server says nothing.
    public ConnectionError silence() {
        return switch (stage) {
            case SILENT -> ConnectionError.TIMEOUT_STREAM_HANDSHAKE_NOT_DONE;
            case GREETED -> ConnectionError.TIMEOUT_STREAM_HANDSHAKE_DONE;
            case IN_SESSION -> ConnectionError.TIMEOUT_STREAM_SESSION_INIT_DONE;
        };
    }

    /// The transport neither goes on nor fails.
    public ConnectionError hung() {
        return switch (stage) {
            case SILENT ->
                withProbe(
                        ConnectionError.TRANSPORT_WATCHDOG_EXCEEDED_HANDSHAKE_NOT_DONE,
                        ConnectionError.TRANSPORT_WATCHDOG_EXCEEDED_PROBE_FAILED,
                        ConnectionError.TRANSPORT_WATCHDOG_EXCEEDED_PROBE_MISSING);
            case GREETED -> ConnectionError.TRANSPORT_WATCHDOG_EXCEEDED_HANDSHAKE_DONE;
            case IN_SESSION -> ConnectionError.TRANSPORT_WATCHDOG_EXCEEDED_SESSION_INIT_DONE;
        };
    }

    /// The server sent what cannot be read.
    public ConnectionError unreadable() {
        return switch (stage) {
            case SILENT -> ConnectionError.WIRE_FORMAT_ERROR_HANDSHAKE_NOT_DONE;
            case GREETED -> ConnectionError.WIRE_FORMAT_ERROR_HANDSHAKE_DONE;
            case IN_SESSION -> ConnectionError.WIRE_FORMAT_ERROR_SESSION_INIT_DONE;
        };
    }

    private ConnectionError withProbe(ConnectionError plain, ConnectionError failed, ConnectionError missing) {
        return switch (network) {
            case null -> missing;
            case INTERNET -> plain;
            case NO_INTERNET -> failed;
            case NO_NETWORK -> ConnectionError.NO_NETWORK_CONNECTIVITY;
        };
    }
}
