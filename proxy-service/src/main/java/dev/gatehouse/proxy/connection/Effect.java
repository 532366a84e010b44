package dev.gatehouse.proxy.connection;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.protocol.ClientMessage.Hello;
import dev.gatehouse.model.protocol.ServerMessage.Move;
import dev.gatehouse.proxy.link.AttachAnswer.Opened;
import dev.gatehouse.proxy.refusal.Refusal;

/// Something the shell does because the core decided it.
public sealed interface Effect {

    /// Says the server's hello.
    record Greet() implements Effect {}

    /// Runs the checks.
    record ShakeHands(Hello hello) implements Effect {}

    /// Sends the session's first frame; from then on frames pass both ways.
    record StartRelay(Opened session) implements Effect {}

    /// Sends the last frame of an unauthenticated session, passes nothing more, and runs the checks for the player that
    /// the token names.
    record LogIn(String token, ByteString frame) implements Effect {

        /// Leaves out what must not be in a log.
        @Override
        public String toString() {
            return "LogIn[frame of %d bytes]".formatted(frame.size());
        }
    }

    /// Looks for the node that goes on with the session.
    record Reattach() implements Effect {}

    /// Passes frames both ways again, over another channel.
    record CarryOn(Opened session) implements Effect {}

    /// Asks the client to go on over another socket, to another proxy.
    record AskToMove(Move move) implements Effect {}

    /// Says why and closes the socket.
    ///
    /// @param closeCode the error's own, or one that WebSocket has for it
    record Terminate(Refusal why, int closeCode) implements Effect {

        public Terminate(Refusal why) {
            this(why, why.error().closeCode());
        }
    }

    /// Sends the node's last frame and closes the socket.
    record CloseWith(ByteString frame, ConnectionError why) implements Effect {}

    /// Frees the session's channel, where there is one.
    record Detach(boolean intended) implements Effect {}
}
