package dev.gatehouse.proxy.connection.web;

import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.proxy.admission.FrameBudget;
import dev.gatehouse.proxy.admission.Place;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Mono;

/// Opens a conversation on every new socket, and knows those that are open.
public final class ClientSocketHandler implements WebSocketHandler {

    private final Reception reception;
    private final LiveSockets live;
    private final Supplier<FrameBudget> budgets;

    /// @param budgets says how fast a new socket may send
    public ClientSocketHandler(Reception reception, LiveSockets live, Supplier<FrameBudget> budgets) {
        this.reception = reception;
        this.live = live;
        this.budgets = budgets;
    }

    @Override
    public List<String> getSubProtocols() {
        return Arrays.stream(Encoding.values()).map(Encoding::subprotocol).toList();
    }

    @Override
    public Mono<Void> handle(WebSocketSession session) {
        if (!(session instanceof ClientUpgrade.Session upgraded)) {
            throw new IllegalStateException(session.getClass() + " (expected: a session of ClientUpgrade)");
        }
        var encoding = encodingOf(session);
        var socket = ClientSocket.of(upgraded, encoding, reception.limits(), budgets.get());
        var bearer = ConnectGate.Bearer.in(session.getHandshakeInfo().getHeaders());
        var conversation = new Conversation(reception, socket, encoding, bearer, session.closeStatus());
        var placed = Mono.using(upgraded::claimPlace, _ -> conversation.run(), Place::giveBack);
        return Mono.using(() -> live.add(conversation), _ -> placed, live::remove);
    }

    private static Encoding encodingOf(WebSocketSession session) {
        var chosen = session.getHandshakeInfo().getSubProtocol();
        return Arrays.stream(Encoding.values())
                .filter(encoding -> encoding.subprotocol().equals(chosen))
                .findFirst()
                .orElse(Encoding.JSON);
    }
}
