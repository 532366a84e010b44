package dev.gatehouse.client.websocket;

import dev.gatehouse.client.transport.SocketLoss.TlsFailure;
import dev.gatehouse.client.transport.SocketLoss.Untrusted;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/// Tells apart what the JDK's TLS complains about. Now and then its HTTP client keeps such a complaint to itself; then
/// opening takes too long, and that is all there is to know.
final class TlsTrouble {

    /// In every complaint of the JDK's about bytes that are no TLS; there is no type for it.
    private static final String NO_TLS = "nrecognized SSL message";

    static Untrusted read(Throwable failure) {
        return new Untrusted(kind(failure), failure.getClass().getSimpleName());
    }

    private static TlsFailure kind(Throwable failure) {
        if (isAbout(failure, 0)) {
            return TlsFailure.NOT_AUTHENTICATED;
        }
        if (String.valueOf(failure.getMessage()).contains(NO_TLS)) {
            return TlsFailure.NOT_ENCRYPTED;
        }
        return switch (failure) {
            case SSLHandshakeException _ -> TlsFailure.WHILE_AUTHENTICATING;
            case SSLException _ -> TlsFailure.UNKNOWN;
            default -> TlsFailure.OTHER;
        };
    }

    /// Whether a certificate is at the bottom of it.
    private static boolean isAbout(@Nullable Throwable failure, int depth) {
        if (failure == null || depth > 16) {
            return false;
        }
        return failure instanceof SSLPeerUnverifiedException
                || failure instanceof CertificateException
                || failure instanceof CertPathValidatorException
                || isAbout(failure.getCause(), depth + 1);
    }

    private TlsTrouble() {}
}
