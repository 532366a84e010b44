package dev.gatehouse.simulation.node;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.servercode.ServerCode;
import dev.gatehouse.session.document.ClientDocuments;
import dev.gatehouse.session.document.DocumentWatches;
import dev.gatehouse.session.event.ClientEvents;
import dev.gatehouse.session.event.ClientEvents.EventWorld;
import dev.gatehouse.session.event.EventPost;
import dev.gatehouse.session.game.Hooks;
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
import dev.gatehouse.simulation.time.Life;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;

/// What sessions do besides the timeline, of which calls are simulated.
final class NodeTalk {

    static Talk of(NodeId self, Life life, ScheduledExecutorService timers, CallWatch calls) {
        var threads = life.threads();
        var world = new RpcWorld(Settings.CALLS, threads, timers);
        var hooks = new Hooks(threads, timers, 10);
        var topics = new SilentTopics();
        var watches = new Watches(topics, topics, () -> {});
        var documents = new NoDocuments();
        var methods = Methods.of(List.of(new Tally(calls::ran)));
        var code = ServerCode.NONE;
        return new Talk(
                new TalkWorld(Settings.TALK, timers),
                new Talk.Calls(new ServerCalls(world, Map.of(Ledger.ID, methods)), new ClientCalls(world)),
                new ClientGroups(
                        new GroupWorld(Settings.GROUPS, self, topics, watches, hooks),
                        Map.of(Ledger.ID, code.groups())),
                new ClientEvents(
                        new EventPost(Settings.EVENTS, topics),
                        new EventWorld(watches, hooks, timers, life::nanoTime, () -> {}),
                        Map.of(Ledger.ID, code.events())),
                new ClientDocuments(
                        Settings.DOCUMENTS,
                        new DocumentWatches(documents, documents),
                        hooks,
                        Map.of(Ledger.ID, code.documents())));
    }

    private NodeTalk() {}
}
