package dev.gatehouse.model.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Two ends of a stream over sockets that keep order but are cut at any moment, with everything in flight lost. All
/// chance comes from the generator.
final class StreamSimulation {

    /// A frame on a socket: a numbered payload, or only an acknowledgement.
    private record Frame(Optional<Sent<Long>> sent, long acknowledged) {}

    /// One end: what it wanted to say, what it has heard, and its socket's incoming side.
    static final class End {
        final Outbox<Long> outbox;
        final Inbox inbox = new Inbox();
        final List<Long> said = new ArrayList<>();
        final List<Long> heard = new ArrayList<>();
        private final ArrayDeque<Frame> incoming = new ArrayDeque<>();
        private long doneUpTo;

        End(Bounds bounds) {
            outbox = new Outbox<>(bounds);
        }
    }

    final End client;
    final End server;
    private final RandomGenerator random;
    private boolean resumable = true;

    StreamSimulation(RandomGenerator random, Bounds bounds) {
        this.random = random;
        this.client = new End(bounds);
        this.server = new End(bounds);
    }

    /// Lets something happen: a message, an arrival, some work done, an acknowledgement, or a lost socket and a resume.
    void step(long nowNanos) {
        var from = random.nextBoolean() ? client : server;
        var to = from == client ? server : client;
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> say(from, to, nowNanos);
            case 3, 4, 5, 6, 7 -> arrive(to, from);
            case 8, 9 -> handle(from);
            case 10 -> to.incoming.addLast(new Frame(Optional.empty(), from.inbox.handled()));
            default -> reconnect();
        }
    }

    /// Resumes until nothing is in flight and all work is done.
    void settle() {
        reconnect();
        drain();
    }

    /// False once an end said that it cannot resume.
    boolean resumable() {
        return resumable;
    }

    private void say(End from, End to, long nowNanos) {
        long payload = random.nextLong();
        from.said.add(payload);
        long number = from.outbox.add(payload, random.nextInt(100), nowNanos);
        to.incoming.addLast(new Frame(Optional.of(new Sent<>(number, payload)), from.inbox.handled()));
    }

    private void arrive(End at, End from) {
        var frame = at.incoming.pollFirst();
        if (frame == null) {
            return;
        }
        if (!at.outbox.acknowledge(frame.acknowledged())) {
            throw new AssertionError("an end acknowledged " + frame.acknowledged() + ", which was never sent");
        }
        frame.sent().ifPresent(sent -> hear(at, from, sent));
    }

    private static void hear(End at, End from, Sent<Long> sent) {
        switch (at.inbox.receive(sent.number())) {
            case NEW -> at.heard.add(sent.frame());
            case SEEN -> {}
            case GAP ->
                throw new AssertionError(
                        "gap before " + sent.number() + " of " + from.said.size() + " after " + at.inbox.received());
        }
    }

    private void handle(End end) {
        if (end.inbox.received() > end.doneUpTo) {
            end.doneUpTo = random.nextLong(end.doneUpTo + 1, end.inbox.received() + 1);
            end.inbox.markHandled(end.doneUpTo);
        }
    }

    /// Loses what is in flight; then both ends say where they are and send what the other missed. Sometimes the new
    /// socket is lost as well, in the middle of it, and sometimes an end is asked twice.
    private void reconnect() {
        do {
            client.incoming.clear();
            server.incoming.clear();
            resend(client, server);
            resend(server, client);
            if (random.nextInt(4) == 0) {
                resend(server, client);
            }
            for (int arrivals = random.nextInt(5); arrivals > 0; arrivals--) {
                arrive(client, server);
            }
        } while (resumable && random.nextInt(3) == 0);
    }

    private void resend(End from, End to) {
        var missed = from.outbox.after(to.inbox.handled());
        if (missed.isEmpty()) {
            resumable = false;
            return;
        }
        for (var sent : missed.get()) {
            to.incoming.addLast(new Frame(Optional.of(sent), from.inbox.handled()));
        }
    }

    private void drain() {
        while (!client.incoming.isEmpty() || !server.incoming.isEmpty()) {
            arrive(client, server);
            arrive(server, client);
        }
    }
}
