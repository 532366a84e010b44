package dev.gatehouse.launcher.demo;

import static dev.gatehouse.model.protocol.ServerMessage.InstanceEvent.ADDED;
import static dev.gatehouse.model.protocol.ServerMessage.InstanceEvent.ENDED;
import static dev.gatehouse.model.protocol.ServerMessage.InstanceEvent.HOST_DETAILS;

import dev.gatehouse.goldrush.bot.MineVisitor;
import dev.gatehouse.goldrush.bot.TurnedAwayException;
import dev.gatehouse.model.protocol.ServerMessage.GameInstance;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/// A game on a dedicated server, from the backend's wish to the end of the process.
final class DedicatedGame implements Chapter {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int NUGGETS = 7;

    @Override
    public String title() {
        return "A game on a dedicated server";
    }

    @Override
    public void tell(Scene scene, Cast cast, Narrator narrator) throws IOException, InterruptedException {
        var alice = cast.alice();
        var operator = new Operator(scene);
        try (var server = DedicatedServer.start(
                scene, operator, List.of(alice.session().playerId().value()))) {
            String id = server.instanceId();
            narrator.tell("the studio's backend creates game instance " + id);
            alice.await("news of her game", () -> alice.heard(ADDED, id).isPresent());
            alice.await(
                    "the address of her game",
                    () -> alice.heard(HOST_DETAILS, id).isPresent());
            GameInstance details = alice.heard(HOST_DETAILS, id).orElseThrow();
            long pid = server.pid();
            narrator.check(server.isRunning(), "the game server is a process of its own");
            narrator.tell("goldrush's server runs as process %d and is linked; alice gets %s:%d and a ticket"
                    .formatted(pid, details.host(), details.port()));
            play(alice, details, narrator);
            alice.await("the end of her game", () -> alice.heard(ENDED, id).isPresent());
            server.awaitState("ended");
            server.awaitGone();
            narrator.check(
                    ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty(), "process " + pid + " is gone");
            narrator.tell("the game is over and process %d is gone".formatted(pid));
        }
    }

    private static void play(PlayerAtPlay alice, GameInstance details, Narrator narrator)
            throws IOException, InterruptedException {
        int before = alice.model().gold();
        try (var visitor = enter(details)) {
            narrator.checkEqual(visitor.player(), alice.session().playerId(), "whom the server takes her for");
            narrator.checkEqual(
                    refusalOfAUsedTicket(details), "ticket_used", "what the same ticket gets a second time");
            for (int i = 0; i < NUGGETS; i++) {
                visitor.dig();
            }
            narrator.checkEqual(visitor.leave(), NUGGETS, "what she takes home");
        } catch (TurnedAwayException e) {
            throw new BrokenStoryException("alice was turned away: " + e.getMessage(), e);
        }
        alice.await("her reward", () -> alice.model().gold() == before + NUGGETS);
        narrator.tell("her ticket is good once; she digs %d nuggets and the server puts them into her model"
                .formatted(NUGGETS));
    }

    private static MineVisitor enter(GameInstance details) throws IOException, TurnedAwayException {
        return MineVisitor.enter(
                Objects.requireNonNull(details.host(), "host"),
                Objects.requireNonNull(details.port(), "port"),
                Objects.requireNonNull(details.ticket(), "ticket"),
                PATIENCE);
    }

    private static String refusalOfAUsedTicket(GameInstance details) throws IOException {
        try (var _ = enter(details)) {
            return "ok";
        } catch (TurnedAwayException e) {
            return e.code();
        }
    }
}
