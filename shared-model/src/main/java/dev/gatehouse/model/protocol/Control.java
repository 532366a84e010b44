package dev.gatehouse.model.protocol;

/// Says which messages have no number. Both ends ask here: if they disagreed about one message, every number after it
/// would be wrong.
public final class Control {

    /// Whether the message is sent without `seq`: nobody keeps it, and a lost one is not sent again.
    public static boolean isControl(ClientMessage message) {
        return switch (message) {
            case ClientMessage.Hello _,
                    ClientMessage.SessionReady _,
                    ClientMessage.SessionStartFailed _,
                    ClientMessage.Acknowledge _,
                    ClientMessage.Ping _,
                    ClientMessage.Pong _,
                    ClientMessage.Pause _,
                    ClientMessage.Unpause _ -> true;
            case ClientMessage.Flush _, ClientMessage.DesyncReport _ -> false;
        };
    }

    /// Whether the message is sent without `seq`: nobody keeps it, and a lost one is not sent again.
    public static boolean isControl(ServerMessage message) {
        return switch (message) {
            case ServerMessage.ServerHello _,
                    ServerMessage.SessionStarted _,
                    ServerMessage.SessionResumed _,
                    ServerMessage.Terminate _,
                    ServerMessage.Acknowledge _,
                    ServerMessage.Ping _,
                    ServerMessage.Pong _ -> true;
            case ServerMessage.FlushResult _, ServerMessage.ServerAction _, ServerMessage.GameInstance _ -> false;
        };
    }

    private Control() {}
}
