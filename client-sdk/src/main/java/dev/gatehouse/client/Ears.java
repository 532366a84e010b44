package dev.gatehouse.client;

import dev.gatehouse.client.play.PlayLine;
import dev.gatehouse.client.recovery.Trouble;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.ServerFrame;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.Maintenance;
import dev.gatehouse.model.stream.Inbox.Verdict;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Takes what the server says in a session to those who are meant. Guarded by the core's lock.
final class Ears<M extends PlayerModel> {

    private final ClientCore<M> core;
    private final SessionLine<M> line;
    private final ClientSession<M> session;

    Ears(ClientCore<M> core, SessionLine<M> line, ClientSession<M> session) {
        this.core = core;
        this.line = line;
        this.session = session;
    }

    /// @return what ends the socket, if anything
    @Nullable
    Trouble take(Running<M> now, ServerFrame frame) throws DecodeException {
        now.pulse.heard(core.now());
        // Beside a rewind stands what the new owner has, in the rewind itself.
        if (frame.ack() != null && !now.stream.acknowledge(frame.ack())) {
            return broken("the server acknowledges what was never sent");
        }
        return switch (frame.message()) {
            case ServerMessage.Control message -> control(now, message);
            case ServerMessage.Numbered message -> numbered(now, Objects.requireNonNull(frame.seq()), message);
        };
    }

    private @Nullable Trouble control(Running<M> now, ServerMessage.Control message) {
        return switch (message) {
            case ServerMessage.Ping ping -> {
                core.send(line.control(new ClientMessage.Pong(ping.id())));
                yield null;
            }
            case ServerMessage.Pong pong -> {
                now.pulse.answered(pong.id(), core.now());
                yield null;
            }
            case ServerMessage.Acknowledge _ -> null;
            case ServerMessage.Rewind rewind -> line.rewind(rewind);
            case ServerMessage.Move move -> {
                core.relocate(move);
                yield null;
            }
            case ServerMessage.MaintenanceChanged(var state, var startsAt, var estimatedMillis) -> {
                line.maintenance().hear(new Maintenance(state, startsAt, estimatedMillis));
                yield null;
            }
            case ServerMessage.ServerHello _,
                    ServerMessage.SessionStarted _,
                    ServerMessage.SessionResumed _,
                    ServerMessage.Terminate _ -> broken("a message out of turn");
        };
    }

    private @Nullable Trouble numbered(Running<M> now, long seq, ServerMessage.Numbered message)
            throws DecodeException {
        return switch (now.stream.receive(seq)) {
            case Verdict.NEW -> handle(now, message);
            case Verdict.SEEN -> null;
            // A resume asks for what is missing.
            case Verdict.GAP -> Trouble.of(ConnectionError.CLOSED_SESSION_INIT_DONE, "A message is missing.");
        };
    }

    private @Nullable Trouble handle(Running<M> now, ServerMessage.Numbered message) throws DecodeException {
        switch (message) {
            case ServerMessage.FlushResult result -> {
                var error = playOf(now).answered(result);
                return error == null ? null : Trouble.of(error, "The server's results are not ours.");
            }
            case ServerMessage.ServerAction action -> playOf(now).serverAction(action, core.now());
            case ServerMessage.ModelPatch patch -> {
                if (playOf(now).patch(patch, session, core.now())) {
                    now.stream.withdrawFlushes();
                }
            }
            case ServerMessage.GameInstance news -> session.notices().tell(listener -> listener.onGameInstance(news));
            case ServerMessage.LoginResult result -> line.talk().logins().answered(result);
            case ServerMessage.Rpc call -> line.talk().serverCalls().called(call);
            case ServerMessage.RpcResult result -> line.talk().calls().answered(result);
            case ServerMessage.RpcCancel cancel -> line.talk().serverCalls().cancelled(cancel.id());
            case ServerMessage.Event event -> line.talk().events().happened(event);
            case ServerMessage.EventRefused(var _, var name, var why) -> {
                now.stream.refused();
                session.notices().tell(listener -> listener.onEventRefused(name, why));
            }
            case ServerMessage.GroupResult result -> line.talk().groups().answered(result);
            case ServerMessage.GroupChanged change -> line.talk().groups().changed(change);
            case ServerMessage.SubscriptionSnapshot snapshot ->
                line.talk().documents().snapshot(snapshot);
            case ServerMessage.SubscriptionPatch patch ->
                line.talk().documents().patch(patch);
            case ServerMessage.SubscriptionEnded ended ->
                line.talk().documents().ended(ended);
        }
        return null;
    }

    private static <M extends PlayerModel> PlayLine<M> playOf(Running<M> now) throws DecodeException {
        return now.played()
                .orElseThrow(() -> new DecodeException(
                        DecodeException.Kind.MALFORMED, "a message about a player, in an unauthenticated session"));
    }

    static Trouble broken(String why) {
        return Trouble.of(
                ConnectionError.PROTOCOL_ERROR_SESSION_PROTOCOL_ERROR, "The protocol is broken: " + why + ".");
    }
}
