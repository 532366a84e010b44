package dev.gatehouse.simulation.proxy;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.proxy.link.Backoff;
import dev.gatehouse.proxy.link.SessionNode;
import dev.gatehouse.proxy.link.SessionNodes;
import dev.gatehouse.proxy.routing.NodeTable;
import dev.gatehouse.registry.node.NodeRecord;
import dev.gatehouse.simulation.Settings;
import dev.gatehouse.simulation.World;
import dev.gatehouse.simulation.node.SimulatedNode;
import dev.gatehouse.simulation.time.Life;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Keeps one link open to every live session node, by the rules of `Links`.
final class ProxyLinks implements SessionNodes {

    private final World world;
    private final NodeId self;
    private final Life life;
    private final Map<NodeId, SimulatedNode> all;
    private final Map<String, NodeId> wanted = new TreeMap<>();

    /// Those whose link is open, or is being opened again and again.
    private final Set<NodeId> kept = new HashSet<>();

    private final Map<NodeId, Dial> dials = new HashMap<>();
    private final Map<NodeId, ProxyLink> open = new HashMap<>();
    private final Set<NodeId> met = new HashSet<>();
    private final Set<NodeId> gone = new HashSet<>();

    ProxyLinks(World world, NodeId self, Life life, Map<NodeId, SimulatedNode> all) {
        this.world = world;
        this.self = self;
        this.life = life;
        this.all = all;
    }

    @Override
    public Optional<SessionNode> linked(NodeId node) {
        return Optional.ofNullable(open.get(node));
    }

    @Override
    public boolean isGone(NodeId node) {
        return met.contains(node)
                && !open.containsKey(node)
                && (gone.contains(node) || !wanted.containsKey(node.value()));
    }

    @Override
    public boolean any() {
        return !open.isEmpty();
    }

    void reconcile(NodeTable live) {
        wanted.clear();
        live.nodes().stream().map(NodeRecord::id).forEach(node -> wanted.put(node.value(), node));
        for (var node : wanted.values()) {
            if (kept.add(node)) {
                var backoff = new Backoff(Settings.LINKS.firstRetry(), Settings.LINKS.longestRetry(), world.chance());
                dial(node, backoff);
            }
        }
    }

    /// All links that are open or about to be.
    List<Dial> dials() {
        return List.copyOf(dials.values());
    }

    private void dial(NodeId node, Backoff backoff) {
        var there = all.get(node);
        if (there == null || !there.isUp()) {
            life.soon(() -> {
                failed(node);
                again(node, backoff);
            });
            return;
        }
        var dial = new Dial(world, life, new Dial.Events() {

            @Override
            public void up(ProxyLink link) {
                backoff.reset();
                gone.remove(node);
                open.put(node, link);
                met.add(node);
            }

            @Override
            public void down(boolean wasUp) {
                open.remove(node);
                dials.remove(node);
                if (!wasUp) {
                    failed(node);
                }
                again(node, backoff);
            }
        });
        dials.put(node, dial);
        dial.begin(self, there);
    }

    /// A node that was never linked may be on its way up.
    private void failed(NodeId node) {
        if (met.contains(node) && !open.containsKey(node)) {
            gone.add(node);
        }
    }

    private void again(NodeId node, Backoff backoff) {
        life.in(backoff.next(), () -> {
            if (wanted.containsKey(node.value())) {
                dial(node, backoff);
            } else {
                kept.remove(node);
            }
        });
    }
}
