package dev.gatehouse.proxy.connection;

import dev.gatehouse.model.protocol.Encoding;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Picks the encoding from the subprotocols that a client offers: the first of its offers that is spoken here.
public final class Subprotocols {

    /// Empty where the client offers some, and none of them is spoken here.
    ///
    /// @param headerLines every `Sec-WebSocket-Protocol` line; each may hold several, with spaces between
    public static Optional<Encoding> choose(List<String> headerLines) {
        var offered = headerLines.stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .filter(offer -> !offer.isEmpty())
                .toList();
        return offered.isEmpty()
                ? Optional.of(Encoding.JSON)
                : offered.stream().flatMap(Subprotocols::spoken).findFirst();
    }

    private static Stream<Encoding> spoken(String offer) {
        return Stream.of(Encoding.values())
                .filter(encoding -> encoding.subprotocol().equals(offer));
    }

    private Subprotocols() {}
}
