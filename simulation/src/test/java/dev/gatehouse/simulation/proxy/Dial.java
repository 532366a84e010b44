package dev.gatehouse.simulation.proxy;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.simulation.Settings;
import dev.gatehouse.simulation.World;
import dev.gatehouse.simulation.check.Promise;
import dev.gatehouse.simulation.network.Cable;
import dev.gatehouse.simulation.network.LinkTraffic;
import dev.gatehouse.simulation.network.LinkTraffic.Frame;
import dev.gatehouse.simulation.network.LinkTraffic.Ping;
import dev.gatehouse.simulation.network.LinkTraffic.Pong;
import dev.gatehouse.simulation.network.LinkTraffic.Upgrade;
import dev.gatehouse.simulation.network.LinkTraffic.Upgraded;
import dev.gatehouse.simulation.node.SimulatedNode;
import dev.gatehouse.simulation.time.Life;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One attempt at a link, and the link for as long as it holds. A link that is silent is asked, and closed
/// when it stays so.
final class Dial implements Cable.End<LinkTraffic> {

    private static final int MAX_SILENCES = 3;

    private final World world;
    private final Life life;
    private final Events events;
    private @Nullable Cable<LinkTraffic, LinkTraffic> cable;
    private @Nullable ProxyLink link;
    private @Nullable NodeId node;
    private long silences;
    private boolean heardSince;
    private boolean over;

    /// What becomes of it.
    interface Events {

        void up(ProxyLink link);

        /// @param wasUp whether it was open before
        void down(boolean wasUp);
    }

    Dial(World world, Life life, Events events) {
        this.world = world;
        this.life = life;
        this.events = events;
    }

    void begin(NodeId self, SimulatedNode there) {
        node = there.id();
        cable = there.connect(life, this);
        cable.toSecond(new Upgrade(self));
        life.in(Settings.LINKS.connectTimeout().multipliedBy(2), () -> {
            if (link == null) {
                close();
            }
        });
    }

    @Override
    public void heard(LinkTraffic message) {
        if (over) {
            return;
        }
        heardSince = true;
        switch (message) {
            case Upgraded _ -> opened();
            case Frame frame -> receive(frame);
            case Ping _, Pong _, Upgrade _ -> {}
        }
    }

    private void opened() {
        var opened = new ProxyLink(
                Objects.requireNonNull(node),
                life,
                frame -> Objects.requireNonNull(cable).toSecond(frame));
        link = opened;
        watchSilence();
        events.up(opened);
    }

    private void receive(Frame frame) {
        try {
            if (link != null) {
                link.receive(frame);
            }
        } catch (DecodeException e) {
            world.history().violated(Promise.NO_MISTAKES, "a proxy cannot read its link: " + e.getMessage());
        }
    }

    private void watchSilence() {
        life.in(Settings.LINKS.silence(), () -> {
            if (over) {
                return;
            }
            silences = heardSince ? 0 : silences + 1;
            heardSince = false;
            if (silences >= MAX_SILENCES) {
                close();
                return;
            }
            if (silences > 0 && cable != null) {
                cable.toSecond(new Ping());
            }
            watchSilence();
        });
    }

    /// Closes it, as far as this end can.
    private void close() {
        if (cable != null) {
            cable.dropFirst();
        }
        closed(false);
    }

    @Override
    public void closed(boolean inOrder) {
        if (over) {
            return;
        }
        over = true;
        var before = link;
        link = null;
        // First nobody finds it any more, then those hear of it who used it.
        events.down(before != null);
        if (before != null) {
            before.lost();
        }
    }

    /// Breaks the connection under it.
    void cut() {
        if (cable != null) {
            cable.cut();
        }
    }

    void stall(Duration length) {
        if (cable != null) {
            cable.stall(length);
        }
    }
}
