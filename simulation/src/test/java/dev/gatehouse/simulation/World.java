package dev.gatehouse.simulation;

import dev.gatehouse.registry.memory.ModelRegistry;
import dev.gatehouse.simulation.check.CallWatch;
import dev.gatehouse.simulation.check.EventWatch;
import dev.gatehouse.simulation.check.History;
import dev.gatehouse.simulation.check.OwnerWatch;
import dev.gatehouse.simulation.check.StateWatch;
import dev.gatehouse.simulation.network.Network;
import dev.gatehouse.simulation.proxy.DeviceList;
import dev.gatehouse.simulation.registry.RegistryServer;
import dev.gatehouse.simulation.registry.WatchedRegistry;
import dev.gatehouse.simulation.time.Agenda;
import dev.gatehouse.simulation.time.Life;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// What everything in one simulation shares: true time, chance, the network, the registry, and who watches.
///
/// @param chance all that happens comes from it, so that two seeds differ
/// @param manners chance of its own for how clients speak: which way they do changes nothing that happens
public record World(
        Agenda agenda,
        RandomGenerator chance,
        RandomGenerator manners,
        Network network,
        RegistryServer server,
        WatchedRegistry registry,
        Watch watch,
        Plants plants,
        DeviceList devices) {

    /// Those who watch.
    public record Watch(History history, OwnerWatch owners, CallWatch calls, EventWatch events, StateWatch states) {}

    static World of(long seed, boolean traced, Plants plants) {
        var agenda = new Agenda();
        var chance = new SplittableRandom(seed);
        var network = new Network(agenda, chance);
        var server = new RegistryServer(agenda, network);
        var history = new History(agenda, traced);
        var owners = new OwnerWatch(agenda, history);
        var model = new ModelRegistry(server::millis, plants.fence());
        var states = new StateWatch(history);
        var registry = new WatchedRegistry(model, owners, states, history);
        var events = new EventWatch(history);
        model.topics().open(events::published);
        var watch = new Watch(history, owners, new CallWatch(history), events, states);
        var manners = new SplittableRandom(~seed);
        return new World(agenda, chance, manners, network, server, registry, watch, plants, new DeviceList(false));
    }

    /// The same, where the game keeps all sessions of a player.
    World keepingAll() {
        return new World(agenda, chance, manners, network, server, registry, watch, plants, new DeviceList(true));
    }

    /// A process that starts now.
    public Life life() {
        return new Life(agenda, chance);
    }

    public History history() {
        return watch.history();
    }

    /// Whether something happens that does so in so many of a hundred cases.
    public boolean happens(int percent) {
        return chance.nextInt(100) < percent;
    }
}
