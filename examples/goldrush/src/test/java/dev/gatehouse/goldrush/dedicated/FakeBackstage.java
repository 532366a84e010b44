package dev.gatehouse.goldrush.dedicated;

import dev.gatehouse.model.id.PlayerId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// Takes every ticket that is a player's name with `-ticket` behind it, once.
final class FakeBackstage implements Backstage {

    /// No player is given so much.
    static final int TOO_MUCH = 90;

    final CountDownLatch ended = new CountDownLatch(1);
    final List<String> calls = new CopyOnWriteArrayList<>();

    @Override
    public Entry accept(String ticket) {
        if (calls.contains("accept " + ticket)) {
            return new Entry.Refused("ticket_used");
        }
        calls.add("accept " + ticket);
        return ticket.endsWith("-ticket")
                ? new Entry.Admitted(new PlayerId(ticket.substring(0, ticket.indexOf('-'))))
                : new Entry.Refused("ticket_invalid");
    }

    @Override
    public boolean reward(PlayerId player, int gold) {
        calls.add("reward " + player + " " + gold);
        return gold < TOO_MUCH;
    }

    @Override
    public void left(PlayerId player) {
        calls.add("left " + player);
    }

    @Override
    public void end(String why) {
        calls.add("end");
        ended.countDown();
    }
}
