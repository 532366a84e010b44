package dev.gatehouse.benchmarks.swarm;

import dev.gatehouse.benchmarks.tool.Deadline;
import dev.gatehouse.client.ClientGame;
import dev.gatehouse.client.ClientListener;
import dev.gatehouse.client.ClientSession;
import dev.gatehouse.client.ClientSettings;
import dev.gatehouse.client.GatehouseClient;
import dev.gatehouse.client.Statistics;
import dev.gatehouse.client.Timing;
import dev.gatehouse.client.guest.GuestRefusedException;
import dev.gatehouse.goldrush.player.DigGold;
import dev.gatehouse.goldrush.player.Goldrush;
import dev.gatehouse.goldrush.player.Player;
import dev.gatehouse.model.player.Outcome;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/// One guest: plays a [Load] from beginning to end and writes down what happens. Blocks, so it wants a thread of its
/// own.
final class Digger {

    /// Shorter than a player's client would wait, as it is the way back that is of interest.
    static final Duration PAUSE_AFTER_CUT = Duration.ofMillis(100);

    private static final Timing TIMING = Timing.USUAL.with(new Timing.Reconnect(
            PAUSE_AFTER_CUT, Duration.ofMillis(250), Duration.ofSeconds(5), Duration.ofMinutes(1)));
    private static final ClientGame<Player> GAME = new ClientGame<>(Goldrush.ID, Goldrush.MODEL);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private final Notebook notes;
    private final GatehouseClient client;
    private final SocketDiary sockets;
    private final Load load;
    private final Blow blow;
    private final Deadline deadline;
    private int digs;
    private boolean in;

    /// @param client over `sockets`, and nobody else's
    Digger(GatehouseClient client, SocketDiary sockets, Load load, Blow blow, Deadline deadline) {
        this.notes = new Notebook(blow, deadline.nanoTime());
        this.client = client;
        this.sockets = sockets;
        this.load = load;
        this.blow = blow;
        this.deadline = deadline;
    }

    /// @return what happened, up to the point where it could not go on
    Trip play(Guests guests) throws InterruptedException {
        try {
            var settings = guests.newcomer().with(TIMING);
            dig(settings);
            lookAgain(settings);
            return notes.close(null);
        } catch (GuestRefusedException e) {
            return notes.close("no guest account: " + e.getMessage());
        } catch (ExecutionException e) {
            return notes.close(String.valueOf(e.getCause()));
        } catch (TimeoutException _) {
            return notes.close("out of time");
        } catch (IllegalStateException e) {
            // The session is over, or its flush will never be answered.
            return notes.close(e.toString());
        } finally {
            enter();
        }
    }

    private void dig(ClientSettings settings) throws InterruptedException, ExecutionException, TimeoutException {
        long begun = deadline.now();
        try (var session = client.connect(settings, GAME, notes)) {
            try {
                deadline.await(session.started());
                notes.connects.add(deadline.now() - begun);
                sockets.begin();
                notes.goldBefore = session.player().gold();
                enter();
                blow.awaitOthers(deadline);
                for (int round = 0; round < load.flushes(); round++) {
                    play(session, round);
                }
                notes.goldHere = session.player().gold();
                settle(session);
            } finally {
                notes.settled(session.statistics(), sockets);
            }
        }
    }

    private void enter() {
        if (!in) {
            in = true;
            blow.isIn();
        }
    }

    private void play(ClientSession<Player> session, int round)
            throws InterruptedException, ExecutionException, TimeoutException {
        dig(session);
        long begun = deadline.now();
        var answer = flush(session);
        if (load.cutsIn(round)) {
            long cut = deadline.now();
            session.dropConnection();
            dig(session);
            var second = flush(session);
            await(answer);
            await(second);
            notes.cuts.add(deadline.now() - cut);
        } else {
            await(answer);
            notes.flushed(deadline.now() - begun);
        }
        Thread.sleep(load.pause());
    }

    private void dig(ClientSession<Player> session) {
        for (int i = 0; i < load.digs(); i++) {
            int nuggets = 1 + digs++ % 10;
            var result = session.run(new DigGold(nuggets));
            if (!result.equals(Outcome.OK)) {
                throw new IllegalStateException("a dig came to " + result);
            }
            notes.dug += nuggets;
        }
    }

    private CompletableFuture<FlushResult> flush(ClientSession<Player> session) {
        notes.asked++;
        return session.flush();
    }

    private void await(CompletableFuture<FlushResult> answer)
            throws InterruptedException, ExecutionException, TimeoutException {
        notes.answered.add(deadline.await(answer).flush());
        blow.flushed();
    }

    /// An automatic flush of ticks may be on its way, and an acknowledgement may come on its own.
    private void settle(ClientSession<Player> session) throws InterruptedException {
        while (!isSettled(session.statistics()) && !deadline.hasPassed()) {
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private static boolean isSettled(Statistics numbers) {
        return numbers.acknowledged() == numbers.sent() && numbers.handled() == numbers.received();
    }

    /// What the server gives to the next session is what it has kept.
    private void lookAgain(ClientSettings settings) throws InterruptedException, ExecutionException, TimeoutException {
        try (var session = client.connect(settings, GAME, new ClientListener<>() {})) {
            notes.goldKept = deadline.await(session.started()).player().gold();
        }
    }
}
