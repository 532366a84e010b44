package dev.gatehouse.proxy.forwarded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.proxy.forwarded.ForwardedProperties.Header;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressesTest {

    private static final List<String> TRUSTED = List.of("10.0.0.0/8", "2001:db8::/32");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10.0.0.1     | 203.0.113.7                     | 203.0.113.7
            10.0.0.1     | 203.0.113.7:4711                | 203.0.113.7
            10.0.0.1     | 2a00::7                         | 2a00:0:0:0:0:0:0:7
            10.0.0.1     | [2a00::7]:4711                  | 2a00:0:0:0:0:0:0:7
            10.0.0.1     | ::ffff:203.0.113.7              | 203.0.113.7
            10.0.0.1     | 198.51.100.1, 203.0.113.7       | 203.0.113.7
            10.0.0.1     | 198.51.100.1, 203.0.113.7, 10.9.9.9, 2001:db8::1 | 203.0.113.7
            10.0.0.1     | <script>, 203.0.113.7           | 203.0.113.7
            10.0.0.1     | 10.1.1.1, 10.2.2.2              | 10.1.1.1
            2001:db8::2  | 203.0.113.7                     | 203.0.113.7
            203.0.113.9  | 198.51.100.1                    | 203.0.113.9
            11.0.0.1     | 10.0.0.1                        | 11.0.0.1
            """)
    void walksBackToTheFirstThatIsNotTrusted(String peer, String header, String client) {
        assertThat(addresses(Header.X_FORWARDED_FOR).of(InetAddress.ofLiteral(peer), List.of(header)))
                .map(InetAddress::getHostAddress)
                .contains(client);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "203.0.113.7, ",
                "203.0.113.07.1",
                "203.0.113.256",
                "2030113",
                "0x7f.0.0.1",
                "203.0.113.7:port",
                "203.0.113.7 198.51.100.1",
                "[2a00::7",
                "[203.0.113.7]",
                "fe80::1%eth0",
                "unknown"
            })
    void refusesWhatATrustedForwarderCannotHaveMeant(String header) {
        assertThat(addresses(Header.X_FORWARDED_FOR).of(InetAddress.ofLiteral("10.0.0.1"), List.of(header)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            for=203.0.113.7                                   | 203.0.113.7
            For="203.0.113.7:80";proto=https;by=10.0.0.1      | 203.0.113.7
            proto=https;for="[2a00::7]:4711"                  | 2a00:0:0:0:0:0:0:7
            for=198.51.100.1, for=203.0.113.7;host="a,b;for=c" | 203.0.113.7
            for=198.51.100.1, for=unknown                     | 10.0.0.1
            for=_hidden                                       | 10.0.0.1
            proto=https                                       | 10.0.0.1
            """)
    void readsTheStandardHeader(String header, String client) {
        assertThat(addresses(Header.FORWARDED).of(InetAddress.ofLiteral("10.0.0.1"), List.of(header)))
                .map(InetAddress::getHostAddress)
                .contains(client);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "203.0.113.7",
                "for=203.0.113.7;for=198.51.100.1",
                "for=2a00::7",
                "for=[2a00::7]",
                "for=\"2a00::7\"",
                "for=203.0.113.7:80",
                "for=\"203.0.113.7",
                "for=\"203.0.113\\.7\"",
                "for="
            })
    void refusesWhatBreaksTheStandard(String header) {
        assertThat(addresses(Header.FORWARDED).of(InetAddress.ofLiteral("10.0.0.1"), List.of(header)))
                .isEmpty();
    }

    @Test
    void putsTheLinesOfAHeaderTogether() {
        assertThat(addresses(Header.X_FORWARDED_FOR)
                        .of(InetAddress.ofLiteral("10.0.0.1"), List.of("203.0.113.7", "10.2.2.2")))
                .map(InetAddress::getHostAddress)
                .contains("203.0.113.7");
    }

    @Test
    void countsAnIpv6SubscriberAsOne() {
        assertThat(Network.subscriber(InetAddress.ofLiteral("2a00:1:2:3:4:5:6:7")))
                .isEqualTo(Network.subscriber(InetAddress.ofLiteral("2a00:1:2:3:ffff::")))
                .isNotEqualTo(Network.subscriber(InetAddress.ofLiteral("2a00:1:2:4::")));
        assertThat(Network.subscriber(InetAddress.ofLiteral("203.0.113.7"))).isEqualTo("203.0.113.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1/8", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "lan", "10/8", "::/129"})
    void refusesANetworkThatIsNone(String network) {
        assertThatThrownBy(() -> new ForwardedProperties(List.of(network), Header.FORWARDED))
                .hasMessageStartingWith("network: " + network);
    }

    private static ClientAddresses addresses(Header header) {
        return new ClientAddresses(new ForwardedProperties(TRUSTED, header));
    }
}
