package dev.gatehouse.proxy.connection.web;

import dev.gatehouse.proxy.connection.ConnectionProperties;
import dev.gatehouse.proxy.connection.ServerGreeting;
import dev.gatehouse.proxy.connection.metrics.ConnectionMeters;
import dev.gatehouse.proxy.handshake.Handshake;
import dev.gatehouse.proxy.routing.Reattachment;
import reactor.core.scheduler.Scheduler;

/// What every conversation needs, and all of them share.
public record Reception(
        ConnectionProperties limits,
        ServerGreeting greeting,
        Handshake handshake,
        Reattachment reattachment,
        ConnectionMeters meters,
        Scheduler timers) {}
