package dev.gatehouse.model.protocol;

import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.ServerMessage.Acknowledge;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.protocol.ServerMessage.Event;
import dev.gatehouse.model.protocol.ServerMessage.EventRefused;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.model.protocol.ServerMessage.GameInstance;
import dev.gatehouse.model.protocol.ServerMessage.GroupChange;
import dev.gatehouse.model.protocol.ServerMessage.GroupChanged;
import dev.gatehouse.model.protocol.ServerMessage.GroupResult;
import dev.gatehouse.model.protocol.ServerMessage.InstanceEvent;
import dev.gatehouse.model.protocol.ServerMessage.Limits;
import dev.gatehouse.model.protocol.ServerMessage.LoginResult;
import dev.gatehouse.model.protocol.ServerMessage.Maintenance;
import dev.gatehouse.model.protocol.ServerMessage.MaintenanceChanged;
import dev.gatehouse.model.protocol.ServerMessage.MaintenanceState;
import dev.gatehouse.model.protocol.ServerMessage.ModelPatch;
import dev.gatehouse.model.protocol.ServerMessage.Move;
import dev.gatehouse.model.protocol.ServerMessage.OpResult;
import dev.gatehouse.model.protocol.ServerMessage.Ping;
import dev.gatehouse.model.protocol.ServerMessage.PlayerStart;
import dev.gatehouse.model.protocol.ServerMessage.Pong;
import dev.gatehouse.model.protocol.ServerMessage.ProtocolRange;
import dev.gatehouse.model.protocol.ServerMessage.Rewind;
import dev.gatehouse.model.protocol.ServerMessage.Rpc;
import dev.gatehouse.model.protocol.ServerMessage.RpcCancel;
import dev.gatehouse.model.protocol.ServerMessage.RpcResult;
import dev.gatehouse.model.protocol.ServerMessage.ServerAction;
import dev.gatehouse.model.protocol.ServerMessage.ServerHello;
import dev.gatehouse.model.protocol.ServerMessage.SessionResumed;
import dev.gatehouse.model.protocol.ServerMessage.SessionStarted;
import dev.gatehouse.model.protocol.ServerMessage.SubscriptionEnded;
import dev.gatehouse.model.protocol.ServerMessage.SubscriptionPatch;
import dev.gatehouse.model.protocol.ServerMessage.SubscriptionSnapshot;
import dev.gatehouse.model.schema.JsonText;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A server frame for each golden file, by the file's name: the message's name, and what is special about it after a
/// dot.
final class ServerExamples {

    private static final long NOON = 1_893_499_200_000L;

    static Map<String, ServerFrame> in(Encoding encoding) {
        var examples = new LinkedHashMap<String, ServerFrame>();
        putHandshake(examples, encoding);
        putControl(examples);
        putPlay(examples, encoding);
        putCalls(examples);
        putGroups(examples);
        putDocuments(examples);
        return examples;
    }

    private static void putHandshake(Map<String, ServerFrame> examples, Encoding encoding) {
        examples.put("server-hello", control(hello(new Maintenance(MaintenanceState.NOT_SCHEDULED, null, null))));
        examples.put(
                "server-hello.maintenance",
                control(hello(new Maintenance(MaintenanceState.UPCOMING, NOON + 600_000, 1_800_000L))));
        var player = new PlayerStart(
                true, Payloads.of(encoding, "{\"gold\":7}", "0807"), 0, 10, 3, "00c0ffee00c0ffee", NOON - 86_400_000);
        examples.put("session-started", control(started(player)));
        examples.put("session-started.no-model", control(started(null)));
        examples.put("session-resumed", control(new SessionResumed(new SessionId("s-41d0"), "resume-2", 1, 17)));
    }

    private static void putControl(Map<String, ServerFrame> examples) {
        examples.put("terminate", control(ConnectionError.FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION.terminate()));
        examples.put(
                "terminate.later",
                control(ConnectionError.IN_MAINTENANCE.terminate(
                        Duration.ofMinutes(30), "Back at half past one.", new JsonText("{\"window\":7}"))));
        examples.put("ack", new ServerFrame(null, 5L, new Acknowledge()));
        examples.put("ping", control(new Ping(4)));
        examples.put("pong", new ServerFrame(null, 5L, new Pong(3, NOON)));
        examples.put("rewind", control(new Rewind(2, 17, true)));
        examples.put("move", control(new Move(4_000, 20_000)));
        examples.put(
                "maintenance", control(new MaintenanceChanged(MaintenanceState.UPCOMING, NOON + 600_000, 1_800_000L)));
    }

    private static void putCalls(Map<String, ServerFrame> examples) {
        var moved = CallError.of(CallErrorCode.SESSION_MOVED);
        examples.put("login-result", new ServerFrame(30L, 8L, new LoginResult(true, null, null)));
        examples.put(
                "login-result.error",
                new ServerFrame(31L, null, new LoginResult(false, CallError.of(CallErrorCode.INVALID_TOKEN), 3L)));
        examples.put("rpc", new ServerFrame(32L, null, new Rpc(4, "Camera.shake", new JsonText("{}"), 2_000L)));
        examples.put("rpc-result", new ServerFrame(33L, 10L, new RpcResult(1, true, new JsonText("120"), null)));
        examples.put("rpc-result.error", new ServerFrame(34L, null, new RpcResult(2, false, null, moved)));
        examples.put("rpc-cancel", new ServerFrame(35L, null, new RpcCancel(4)));
    }

    private static void putGroups(Map<String, ServerFrame> examples) {
        var bob = new PlayerId("bob");
        var wave = new JsonText("{\"hand\":\"left\"}");
        examples.put("event", new ServerFrame(36L, null, new Event("wave", EventScope.group("room:1"), wave, bob)));
        examples.put("event.all", new ServerFrame(37L, null, new Event("dawn", EventScope.everybody(), wave, null)));
        examples.put(
                "event-refused",
                new ServerFrame(45L, null, new EventRefused(4, "wave", CallError.of(CallErrorCode.TOO_MANY))));
        examples.put("group-result", new ServerFrame(38L, 18L, new GroupResult(1, true, null)));
        examples.put(
                "group-result.error",
                new ServerFrame(
                        39L, null, new GroupResult(2, false, CallError.of(CallErrorCode.REFUSED, "It is full."))));
        examples.put("group-changed", new ServerFrame(40L, null, new GroupChanged("room:1", GroupChange.JOINED, bob)));
        examples.put(
                "group-changed.closed",
                new ServerFrame(41L, null, new GroupChanged("lobby", GroupChange.CLOSED, null)));
    }

    private static void putDocuments(Map<String, ServerFrame> examples) {
        var patch = new JsonText("[{\"op\":\"replace\",\"path\":\"/gold\",\"value\":12}]");
        examples.put(
                "subscription-snapshot",
                new ServerFrame(42L, 21L, new SubscriptionSnapshot(1, 7, new JsonText("{\"gold\":9}"))));
        examples.put("subscription-patch", new ServerFrame(43L, null, new SubscriptionPatch(1, 8, patch)));
        examples.put("subscription-ended", new ServerFrame(44L, null, new SubscriptionEnded(1, "deleted")));
        examples.put("model-patch", new ServerFrame(45L, null, new ModelPatch(240, patch)));
        var whole = new JsonText("[{\"op\":\"replace\",\"path\":\"\",\"value\":{\"gold\":12}}]");
        examples.put("model-patch.lead", new ServerFrame(46L, null, new ModelPatch(240, whole, false)));
    }

    private static void putPlay(Map<String, ServerFrame> examples, Encoding encoding) {
        var results = List.of(new OpResult(1, "ok"), new OpResult(2, "not_enough_gold"));
        examples.put("flush-result", new ServerFrame(18L, 5L, new FlushResult(5, 12, results, null)));
        var patch = new JsonText("[{\"op\":\"replace\",\"path\":\"/gold\",\"value\":12}]");
        examples.put("flush-result.thin", new ServerFrame(19L, 6L, new FlushResult(6, 12, List.of(), patch)));
        var addGold = new ActionCall(101, Payloads.of(encoding, "{\"amount\":5}", "0805"));
        examples.put(
                "server-action", new ServerFrame(20L, null, new ServerAction(9, ActionMode.SYNCHRONIZED, addGold)));
        examples.put(
                "server-action.unsynchronized",
                new ServerFrame(21L, null, new ServerAction(10, ActionMode.UNSYNCHRONIZED, addGold)));
        examples.put(
                "game-instance",
                new ServerFrame(22L, null, instance(InstanceEvent.HOST_DETAILS, "127.0.0.1", 7777, "eyJ.join.ticket")));
        examples.put(
                "game-instance.added", new ServerFrame(23L, null, instance(InstanceEvent.ADDED, null, null, null)));
    }

    private static ServerFrame control(ServerMessage message) {
        return new ServerFrame(null, null, message);
    }

    private static ServerHello hello(Maintenance maintenance) {
        return new ServerHello("gatehouse", "studio", new ProtocolRange(1, 1), NOON, 20_000, maintenance);
    }

    private static SessionStarted started(@Nullable PlayerStart player) {
        return new SessionStarted(
                new SessionId("s-41d0"),
                "resume-1",
                1,
                new PlayerId("alice"),
                new GameId("goldrush"),
                NOON,
                25_000,
                60_000,
                new Limits(5_242_880, 1_048_576),
                player);
    }

    private static GameInstance instance(
            InstanceEvent event, @Nullable String host, @Nullable Integer port, @Nullable String ticket) {
        return new GameInstance(event, new InstanceId("gi-9"), host, port, ticket, JsonText.EMPTY_OBJECT);
    }

    private ServerExamples() {}
}
