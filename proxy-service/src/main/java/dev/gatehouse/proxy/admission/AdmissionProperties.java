package dev.gatehouse.proxy.admission;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How many clients may come, and how fast.
///
/// @param maxConnections how many sockets this proxy holds; more are refused with 503
/// @param maxConnectionsPerAccount how many sockets one player may have on this proxy
/// @param maxConnectionsPerGame how many sessions of one game there may be, on all proxies together; absent for
///     any number
/// @param fullRetry when a client that found no place is to come back
/// @param handshakes rates of new connections
/// @param frames how fast one socket may send WebSocket frames
@ConfigurationProperties("gatehouse.proxy.admission")
public record AdmissionProperties(
        @DefaultValue("20000") int maxConnections,
        @DefaultValue("100") int maxConnectionsPerAccount,
        @Nullable Integer maxConnectionsPerGame,
        @DefaultValue("10s") Duration fullRetry,
        @DefaultValue HandshakeProperties handshakes,
        @DefaultValue FrameProperties frames) {

    public AdmissionProperties {
        atLeastOne("maxConnections", maxConnections);
        atLeastOne("maxConnectionsPerAccount", maxConnectionsPerAccount);
        if (maxConnectionsPerGame != null) {
            atLeastOne("maxConnectionsPerGame", maxConnectionsPerGame);
        }
        if (!fullRetry.isPositive()) {
            throw new IllegalArgumentException("fullRetry: " + fullRetry + " (expected: > 0)");
        }
    }

    /// Rates of new connections.
    ///
    /// @param perSecond handshakes on this proxy, in the long run
    /// @param burst handshakes at once after a rest
    /// @param keptForResumes which part of the burst only sessions that go on may use, from 0 to below 1
    /// @param perAddress requests of one address; of IPv6, of one /64 network
    /// @param perAccount handshakes of one player
    /// @param perDevice handshakes of one device
    /// @param remembered how many addresses, players and devices are remembered, of each kind
    public record HandshakeProperties(
            @DefaultValue("500") double perSecond,
            @DefaultValue("2000") int burst,
            @DefaultValue("0.5") double keptForResumes,
            @DefaultValue AddressProperties perAddress,
            @DefaultValue AccountProperties perAccount,
            @DefaultValue DeviceProperties perDevice,
            @DefaultValue("50000") int remembered) {

        public HandshakeProperties {
            var _ = new Rate(perSecond, burst);
            if (!(keptForResumes >= 0 && keptForResumes < 1) || burst * (1 - keptForResumes) < 1) {
                throw new IllegalArgumentException("handshakes.keptForResumes: " + keptForResumes
                        + " (expected: 0 to below 1, and one of burst " + burst + " left)");
            }
            atLeastOne("handshakes.remembered", remembered);
        }
    }

    /// @param perSecond in the long run
    /// @param burst at once after a rest
    public record AddressProperties(
            @DefaultValue("200") double perSecond,
            @DefaultValue("2000") int burst) {

        public AddressProperties {
            var _ = new Rate(perSecond, burst);
        }
    }

    /// @param perSecond in the long run
    /// @param burst at once after a rest
    public record AccountProperties(
            @DefaultValue("20") double perSecond,
            @DefaultValue("200") int burst) {

        public AccountProperties {
            var _ = new Rate(perSecond, burst);
        }
    }

    /// @param perSecond in the long run
    /// @param burst at once after a rest
    public record DeviceProperties(
            @DefaultValue("20") double perSecond,
            @DefaultValue("200") int burst) {

        public DeviceProperties {
            var _ = new Rate(perSecond, burst);
        }
    }

    /// @param perSecond in the long run
    /// @param burst at once after a rest
    public record FrameProperties(
            @DefaultValue("500") double perSecond,
            @DefaultValue("4000") int burst) {

        public FrameProperties {
            var _ = new Rate(perSecond, burst);
        }
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: >= 1)");
        }
    }
}
