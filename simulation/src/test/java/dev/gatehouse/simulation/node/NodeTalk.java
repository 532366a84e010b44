package dev.gatehouse.simulation.node;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.servercode.ServerCode;
import dev.gatehouse.model.servercode.Verdict;
import dev.gatehouse.registry.topic.Topics;
import dev.gatehouse.session.document.ClientDocuments;
import dev.gatehouse.session.document.DocumentWatches;
import dev.gatehouse.session.event.ClientEvents;
import dev.gatehouse.session.event.ClientEvents.EventWorld;
import dev.gatehouse.session.event.EventPost;
import dev.gatehouse.session.game.Hooks;
import dev.gatehouse.session.game.LoggableFailures;
import dev.gatehouse.session.group.ClientGroups;
import dev.gatehouse.session.group.ClientGroups.GroupWorld;
import dev.gatehouse.session.rpc.ClientCalls;
import dev.gatehouse.session.rpc.Methods;
import dev.gatehouse.session.rpc.RpcWorld;
import dev.gatehouse.session.rpc.ServerCalls;
import dev.gatehouse.session.talk.Talk;
import dev.gatehouse.session.talk.TalkWorld;
import dev.gatehouse.session.topic.Watches;
import dev.gatehouse.simulation.Settings;
import dev.gatehouse.simulation.check.CallWatch;
import dev.gatehouse.simulation.game.Ledger;
import dev.gatehouse.simulation.game.Tally;
import dev.gatehouse.simulation.game.Tavern;
import dev.gatehouse.simulation.time.Life;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;

/// What sessions do besides the timeline, of which calls are simulated.
final class NodeTalk {

    /// What a node has besides its players.
    ///
    /// @param timers starts what is due
    record Ground(NodeId self, Life life, ScheduledExecutorService timers, Watches watches, Topics topics) {}

    static Talk of(Ground ground, CallWatch calls) {
        var life = ground.life();
        var timers = ground.timers();
        var threads = life.threads();
        var world = new RpcWorld(Settings.CALLS, threads, timers, new LoggableFailures(List.of(Ledger.definition())));
        var hooks = new Hooks(threads, timers, 100, new LoggableFailures(List.of(Ledger.definition())));
        var documents = new NoDocuments();
        var methods = Methods.of(List.of(new Tally(calls::ran)));
        var code = ServerCode.NONE
                .group(Tavern.GROUP, (_, _, _) -> Verdict.allowed())
                .events((_, _, _) -> true);
        return new Talk(
                new TalkWorld(Settings.TALK, timers),
                new Talk.Calls(new ServerCalls(world, Map.of(Ledger.ID, methods)), new ClientCalls(world)),
                new ClientGroups(
                        new GroupWorld(Settings.GROUPS, ground.self(), ground.topics(), ground.watches(), hooks),
                        Map.of(Ledger.ID, code.groups())),
                new ClientEvents(
                        new EventPost(Settings.EVENTS, ground.topics()),
                        new EventWorld(ground.watches(), hooks, timers, life::nanoTime, () -> {}),
                        Map.of(Ledger.ID, code.events())),
                new ClientDocuments(
                        Settings.DOCUMENTS,
                        new DocumentWatches(documents, documents),
                        hooks,
                        Map.of(Ledger.ID, code.documents())));
    }

    private NodeTalk() {}
}
