package dev.gatehouse.model.lifecycle;

import static dev.gatehouse.model.lifecycle.InstanceState.*;
import static dev.gatehouse.model.lifecycle.InstanceTrigger.*;
import static dev.gatehouse.model.lifecycle.TransitionTable.move;

/// How a game instance may move through its life. Drawn in docs/lifecycles.md.
public final class InstanceLifecycle {

    public static final TransitionTable<InstanceState, InstanceTrigger> TABLE = TransitionTable.of(
            move(CREATED, ALLOCATION_STARTED, ALLOCATING),
            move(CREATED, START_FAILED, FAILED),
            move(CREATED, END_REQUESTED, ENDED),
            move(CREATED, EXPIRY_REACHED, EXPIRED),
            move(ALLOCATING, SERVER_ALLOCATED, ALLOCATED),
            // A server may be quicker than its provider's answer, which then changes nothing any more.
            move(ALLOCATING, SERVER_LINKED, LINKED),
            move(ALLOCATING, START_FAILED, FAILED),
            move(ALLOCATING, END_REQUESTED, ENDED),
            move(ALLOCATING, EXPIRY_REACHED, EXPIRED),
            move(ALLOCATED, SERVER_LINKED, LINKED),
            move(ALLOCATED, START_FAILED, FAILED),
            move(ALLOCATED, SERVER_LOST, TERMINATED),
            move(ALLOCATED, END_REQUESTED, ENDED),
            move(ALLOCATED, EXPIRY_REACHED, EXPIRED),
            move(LINKED, SERVER_ALLOCATED, LINKED),
            move(LINKED, PLAYERS_CONNECTED, RUNNING),
            move(LINKED, SERVER_LOST, TERMINATED),
            move(LINKED, END_REQUESTED, ENDED),
            move(LINKED, EXPIRY_REACHED, EXPIRED),
            move(RUNNING, SERVER_ALLOCATED, RUNNING),
            move(RUNNING, SERVER_LOST, TERMINATED),
            move(RUNNING, END_REQUESTED, ENDED),
            move(RUNNING, EXPIRY_REACHED, EXPIRED));

    private InstanceLifecycle() {}
}
