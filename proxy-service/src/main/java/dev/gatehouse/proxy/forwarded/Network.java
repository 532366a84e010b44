package dev.gatehouse.proxy.forwarded;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// Neighbouring addresses, as in `10.0.0.0/8` or `2001:db8::/32`.
///
/// @param first the lowest of them
/// @param length how many leading bits they share
public record Network(InetAddress first, int length) {

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final int SUBSCRIBER_BITS = 64;

    /// A single address is the network of itself.
    ///
    /// @throws IllegalArgumentException where the text is no network, or has bits set after its length
    public static Network of(String text) {
        var slash = text.indexOf('/');
        var address = address(slash < 0 ? text : text.substring(0, slash)).orElseThrow(() -> unreadable(text));
        var bits = bits(address);
        var network = new Network(address, slash < 0 ? bits : length(text, slash, bits));
        if (!network.start(address).equals(number(address))) {
            throw unreadable(text);
        }
        return network;
    }

    private static int length(String text, int slash, int most) {
        var digits = text.substring(slash + 1);
        if (!digits.matches("\\d{1,3}") || Integer.parseInt(digits) > most) {
            throw unreadable(text);
        }
        return Integer.parseInt(digits);
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException("network: " + text + " (expected: such as 10.0.0.0/8 or 2001:db8::/32)");
    }

    /// Reads an address that is written out, and asks nobody about names. An IPv4 address within IPv6 is itself.
    static Optional<InetAddress> address(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// What counts as one client's address: of IPv6, the part that a subscriber has to itself.
    public static String subscriber(InetAddress address) {
        var bytes = address.getAddress();
        return address instanceof Inet4Address
                ? address.getHostAddress()
                : HexFormat.of().formatHex(bytes, 0, SUBSCRIBER_BITS / Byte.SIZE);
    }

    boolean contains(InetAddress address) {
        return bits(address) == bits(first) && start(address).equals(number(first));
    }

    private BigInteger start(InetAddress address) {
        var rest = bits(address) - length;
        return number(address).shiftRight(rest).shiftLeft(rest);
    }

    private static BigInteger number(InetAddress address) {
        return new BigInteger(1, address.getAddress());
    }

    private static int bits(InetAddress address) {
        return address.getAddress().length * Byte.SIZE;
    }
}
