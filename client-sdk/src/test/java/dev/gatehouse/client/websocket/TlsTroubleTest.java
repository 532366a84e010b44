package dev.gatehouse.client.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.client.transport.SocketLoss.TlsFailure;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;

class TlsTroubleTest {

    @Test
    void tellsApartWhatTheJdkComplainsAbout() {
        var distrust = new SSLHandshakeException("PKIX path building failed");
        distrust.initCause(new CertificateException("unknown issuer"));

        assertThat(kindOf(distrust)).isEqualTo(TlsFailure.NOT_AUTHENTICATED);
        assertThat(kindOf(new SSLPeerUnverifiedException("x"))).isEqualTo(TlsFailure.NOT_AUTHENTICATED);
        assertThat(kindOf(new SSLHandshakeException("no cipher suites in common")))
                .isEqualTo(TlsFailure.WHILE_AUTHENTICATING);
        assertThat(kindOf(new SSLException("Unsupported or unrecognized SSL message")))
                .isEqualTo(TlsFailure.NOT_ENCRYPTED);
        assertThat(kindOf(new SSLException("Unrecognized SSL message, plaintext connection?")))
                .isEqualTo(TlsFailure.NOT_ENCRYPTED);
        assertThat(kindOf(new SSLException("closing inbound"))).isEqualTo(TlsFailure.UNKNOWN);
        assertThat(kindOf(new GeneralSecurityException("x"))).isEqualTo(TlsFailure.OTHER);
    }

    private static TlsFailure kindOf(Throwable failure) {
        return TlsTrouble.read(failure).failure();
    }
}
