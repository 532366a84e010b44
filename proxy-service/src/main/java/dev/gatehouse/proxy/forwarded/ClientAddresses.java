package dev.gatehouse.proxy.forwarded;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/// Finds out whose request it is. Starts at the other end of the socket and believes each forwarder only as long as it
/// is a trusted one, so nobody can claim another's address. Immutable.
public final class ClientAddresses {

    private final List<Network> trusted;
    private final ForwardedProperties.Header header;

    public ClientAddresses(ForwardedProperties settings) {
        this.trusted = settings.networks();
        this.header = settings.header();
    }

    /// The header that is read.
    public String headerName() {
        return header.headerName();
    }

    /// @param peer the other end of the socket
    /// @param lines of the header, in order
    /// @return empty where a trusted forwarder says what cannot be read
    public Optional<InetAddress> of(InetAddress peer, List<String> lines) {
        if (!isTrusted(peer) || lines.isEmpty()) {
            return Optional.of(peer);
        }
        return Hops.in(header, String.join(",", lines)).flatMap(hops -> firstStranger(peer, hops));
    }

    private Optional<InetAddress> firstStranger(InetAddress peer, List<Hop> hops) {
        var client = peer;
        for (var hop : hops.reversed()) {
            if (!isTrusted(client)) {
                return Optional.of(client);
            }
            switch (hop) {
                case Hop.At(InetAddress address) -> client = address;
                // A forwarder that keeps it to itself stands for its clients.
                case Hop.Hidden _ -> {
                    return Optional.of(client);
                }
                case Hop.Unreadable _ -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(client);
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }
}
