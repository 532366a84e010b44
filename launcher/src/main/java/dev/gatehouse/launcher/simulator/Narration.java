package dev.gatehouse.launcher.simulator;

import dev.gatehouse.launcher.simulator.line.LinkEvent;
import dev.gatehouse.launcher.simulator.line.LinkEvent.Answered;
import dev.gatehouse.launcher.simulator.line.LinkEvent.Asked;
import dev.gatehouse.launcher.simulator.line.LinkEvent.Closed;
import dev.gatehouse.launcher.simulator.line.LinkEvent.Opened;
import dev.gatehouse.launcher.simulator.line.LinkEvent.Told;
import dev.gatehouse.launcher.simulator.line.LinkEvent.TurnedAway;
import dev.gatehouse.model.partner.GameServerRequest;
import dev.gatehouse.model.partner.GameServerRequest.ConnectPlayers;
import dev.gatehouse.model.partner.GameServerRequest.CreateInstance;
import dev.gatehouse.model.partner.GameServerRequest.Drain;
import dev.gatehouse.model.partner.GameServerRequest.End;
import dev.gatehouse.model.partner.GameServerRequest.KeepAlive;
import dev.gatehouse.model.partner.GameServerRequest.Link;
import dev.gatehouse.model.partner.GameServerRequest.PlayerEvent;
import dev.gatehouse.model.partner.GameServerRequest.RemovePlayers;
import dev.gatehouse.model.partner.GameServerRequest.UpdateInstance;
import dev.gatehouse.model.partner.GameServerRequest.UpdatePlayer;
import dev.gatehouse.model.partner.GameServerRequest.VerifyTicket;
import java.util.function.Consumer;

/// Tells whoever sits at the console what a server says on its link and what it is told there:
/// everything but that it is well, and no token.
public final class Narration implements Consumer<LinkEvent> {

    private static final int OPEN = 101;

    private final Instances instances;
    private final Consumer<String> say;

    public Narration(Instances instances, Consumer<String> say) {
        this.instances = instances;
        this.say = say;
    }

    @Override
    public void accept(LinkEvent event) {
        switch (event) {
            case Opened(var id, var _, var status) when status == OPEN -> tell(event, "the server has opened a link");
            case Opened(var id, var _, var status) ->
                tell(event, "the server's link was refused with status " + status);
            case Asked(var _, KeepAlive _) -> {}
            case Asked(var _, var request) ->
                tell(event, "the server asks " + Words.of(request.getClass()) + detail(request));
            case Answered(var _, var answer) -> {
                var why = answer.error();
                if (why != null) {
                    tell(event, "  and is refused: " + why.code() + ", " + why.message());
                }
            }
            case Told(var _, var notice) -> tell(event, "the server hears " + Words.of(notice.getClass()));
            case TurnedAway _ -> tell(event, "the server has tried to open a link");
            case Closed _ -> tell(event, "the server's link has closed");
        }
    }

    private void tell(LinkEvent event, String what) {
        say.accept(instances.label(event.instance()) + " " + what);
    }

    private static String detail(GameServerRequest request) {
        return switch (request) {
            case Link link -> " at %s:%d for %d players".formatted(link.host(), link.port(), link.capacity());
            case ConnectPlayers connect -> " " + connect.players();
            case RemovePlayers remove -> " " + remove.players();
            case PlayerEvent news -> " " + news.playerId() + " " + news.event();
            case UpdatePlayer update -> " " + update.playerId();
            case Drain drain -> " within " + drain.withinMillis() + " ms";
            case End end -> ": " + end.why();
            case VerifyTicket _, UpdateInstance _, KeepAlive _, CreateInstance _ -> "";
        };
    }
}
