package dev.gatehouse.launcher.demo;

import dev.gatehouse.client.Credentials;
import dev.gatehouse.client.guest.Guest;
import dev.gatehouse.client.guest.GuestDesk;
import dev.gatehouse.client.guest.GuestRefusedException;
import dev.gatehouse.goldrush.player.Goldrush;
import dev.gatehouse.model.id.PlayerId;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Alice gets an account and passes the handshake.
final class Arrival implements Chapter {

    @Override
    public String title() {
        return "Alice arrives";
    }

    @Override
    public void tell(Scene scene, Cast cast, Narrator narrator) throws IOException, InterruptedException {
        PlayerId player = account(scene, cast, narrator);
        var alice = cast.play();
        narrator.checkEqual(alice.session().playerId(), player, "the player of the session");
        narrator.checkEqual(alice.model().gold(), 0, "a newcomer's gold");
        narrator.tell("handshake passed: session %s at tick %d, %d gold"
                .formatted(
                        alice.session().id(),
                        alice.session().tick(),
                        alice.model().gold()));

        Map<String, Object> seen = new Operator(scene).player(player.value());
        narrator.checkEqual(seen.get("online"), true, "that the operators see her online");
        narrator.check(
                seen.get("sessions") instanceof List<?> sessions
                        && sessions.toString().contains(alice.session().id().value()),
                "the operators see her session");
        narrator.tell("%s owns her model under epoch %s".formatted(seen.get("owner"), seen.get("epoch")));
    }

    private static PlayerId account(Scene scene, Cast cast, Narrator narrator) {
        String deviceToken = scene.freshName("alice-phone");
        try (var desk = new GuestDesk(scene.endpoints().proxy())) {
            Guest guest = desk.guest(Goldrush.ID, deviceToken);
            narrator.tell("her phone gets a guest account: player " + guest.playerId());
            narrator.checkEqual(
                    desk.guest(Goldrush.ID, deviceToken).playerId(),
                    guest.playerId(),
                    "the account of the same device, asked for again,");
            cast.enter(new Credentials(guest.token(), deviceToken));
            return guest.playerId();
        } catch (GuestRefusedException e) {
            throw new BrokenStoryException("her phone got no account: " + e.getMessage(), e);
        }
    }
}
