package dev.gatehouse.proxy.broken;

sealed interface SealedEvent {

    record Happened() implements SealedEvent {}
}
