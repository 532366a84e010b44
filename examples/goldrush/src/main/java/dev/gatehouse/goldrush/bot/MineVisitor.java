package dev.gatehouse.goldrush.bot;

import dev.gatehouse.goldrush.line.LineSocket;
import dev.gatehouse.model.id.PlayerId;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/// A player on a dedicated server. Blocks, each call for as long as it was told at most; one thread at a time.
public final class MineVisitor implements AutoCloseable {

    private final LineSocket lines;
    private final PlayerId player;

    private MineVisitor(LineSocket lines, PlayerId player) {
        this.lines = lines;
        this.player = player;
    }

    /// Goes in with a ticket, as `game-instance` news of `host-details` brought it.
    ///
    /// @throws TurnedAwayException if the server does not accept it
    /// @throws IOException if the server cannot be reached, or talks nonsense
    public static MineVisitor enter(String host, int port, String ticket, Duration within)
            throws IOException, TurnedAwayException {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), Math.toIntExact(within.toMillis()));
            var lines = new LineSocket(socket, within);
            lines.send("JOIN " + ticket);
            return new MineVisitor(lines, welcomed(lines.receive()));
        } catch (IOException | TurnedAwayException e) {
            socket.close();
            throw e;
        }
    }

    private static PlayerId welcomed(String answer) throws IOException, TurnedAwayException {
        if (answer.startsWith("REFUSED ")) {
            throw new TurnedAwayException(rest(answer, "REFUSED "));
        }
        return new PlayerId(rest(answer, "WELCOME "));
    }

    /// Who the server takes this player for.
    public PlayerId player() {
        return player;
    }

    /// @return the nuggets found so far
    public int dig() throws IOException {
        lines.send("DIG");
        return number(lines.receive(), "FOUND ");
    }

    /// Leaves with what was found; the server has given it to the player's model then.
    ///
    /// @return the gold
    public int leave() throws IOException {
        lines.send("LEAVE");
        return number(lines.receive(), "REWARD ");
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private static int number(String answer, String expected) throws IOException {
        try {
            return Integer.parseInt(rest(answer, expected));
        } catch (NumberFormatException e) {
            throw new IOException("the server answered no number", e);
        }
    }

    private static String rest(String answer, String expected) throws IOException {
        if (!answer.startsWith(expected)) {
            throw new IOException("the server answered something else than " + expected.strip());
        }
        return answer.substring(expected.length());
    }
}
