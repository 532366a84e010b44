package dev.gatehouse.model.protocol;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.ClientMessage.Acknowledge;
import dev.gatehouse.model.protocol.ClientMessage.ClientVersion;
import dev.gatehouse.model.protocol.ClientMessage.DesyncReport;
import dev.gatehouse.model.protocol.ClientMessage.Event;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ClientMessage.GroupClose;
import dev.gatehouse.model.protocol.ClientMessage.GroupJoin;
import dev.gatehouse.model.protocol.ClientMessage.GroupLeave;
import dev.gatehouse.model.protocol.ClientMessage.Hello;
import dev.gatehouse.model.protocol.ClientMessage.Login;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.protocol.ClientMessage.Pause;
import dev.gatehouse.model.protocol.ClientMessage.Ping;
import dev.gatehouse.model.protocol.ClientMessage.Pong;
import dev.gatehouse.model.protocol.ClientMessage.Resume;
import dev.gatehouse.model.protocol.ClientMessage.Rpc;
import dev.gatehouse.model.protocol.ClientMessage.RpcCancel;
import dev.gatehouse.model.protocol.ClientMessage.RpcResult;
import dev.gatehouse.model.protocol.ClientMessage.SessionReady;
import dev.gatehouse.model.protocol.ClientMessage.SessionStartFailed;
import dev.gatehouse.model.protocol.ClientMessage.Skip;
import dev.gatehouse.model.protocol.ClientMessage.Subscribe;
import dev.gatehouse.model.protocol.ClientMessage.Unpause;
import dev.gatehouse.model.protocol.ClientMessage.Unsubscribe;
import dev.gatehouse.model.schema.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A client frame for each golden file, by the file's name: the message's name, and what is special about it after a
/// dot.
final class ClientExamples {

    static Map<String, ClientFrame> in(Encoding encoding) {
        var examples = new LinkedHashMap<String, ClientFrame>();
        examples.put("hello", new ClientFrame(null, null, hello()));
        examples.put("hello.resume", new ClientFrame(null, null, resumingHello()));
        examples.put("session-ready", new ClientFrame(null, null, new SessionReady()));
        examples.put(
                "session-start-failed", new ClientFrame(null, null, new SessionStartFailed("No room for the atlas.")));
        examples.put("ack", new ClientFrame(null, 17L, new Acknowledge()));
        examples.put("ping", new ClientFrame(null, null, new Ping(3)));
        examples.put("pong", new ClientFrame(null, 18L, new Pong(4)));
        examples.put("pause", new ClientFrame(null, null, new Pause("advertisement", 30_000)));
        examples.put("unpause", new ClientFrame(null, null, new Unpause()));
        examples.put("flush", new ClientFrame(5L, 17L, flush(encoding)));
        examples.put("flush.thin", new ClientFrame(6L, null, new Flush(List.of(), null)));
        examples.put(
                "desync-report",
                new ClientFrame(7L, 19L, new DesyncReport(Payloads.of(encoding, "{\"gold\":12}", "080c"), 6L)));
        putCalls(examples);
        putGroups(examples);
        return examples;
    }

    private static void putCalls(Map<String, ClientFrame> examples) {
        var args = new JsonText("{\"vault\":3}");
        examples.put("login", new ClientFrame(8L, null, new Login("eyJ.player.token", null)));
        examples.put("login.one-of-several", new ClientFrame(23L, null, new Login("eyJ.player.token", 3L)));
        examples.put("skip", new ClientFrame(9L, null, new Skip()));
        examples.put("rpc", new ClientFrame(10L, 21L, new Rpc(1, "Treasury.balance", args, 5_000L)));
        examples.put("rpc.default-timeout", new ClientFrame(11L, null, new Rpc(2, "Treasury.close", args, null)));
        examples.put("rpc-result", new ClientFrame(12L, null, new RpcResult(4, true, new JsonText("[1,2]"), null)));
        examples.put(
                "rpc-result.error",
                new ClientFrame(13L, null, new RpcResult(5, false, null, CallError.of(CallErrorCode.UNKNOWN_METHOD))));
        examples.put("rpc-cancel", new ClientFrame(14L, null, new RpcCancel(2)));
    }

    private static void putGroups(Map<String, ClientFrame> examples) {
        var wave = new JsonText("{\"hand\":\"left\"}");
        examples.put("event", new ClientFrame(15L, null, new Event("wave", EventScope.group("room:1"), wave)));
        examples.put("event.user", new ClientFrame(16L, null, new Event("wave", bob(), wave)));
        examples.put("event.all", new ClientFrame(17L, null, new Event("wave", EventScope.everybody(), wave)));
        examples.put("event.id", new ClientFrame(23L, null, new Event("wave", bob(), wave, 4L)));
        examples.put(
                "group-join", new ClientFrame(18L, null, new GroupJoin(1, "room:1", new JsonText("{\"seat\":2}"))));
        examples.put("group-leave", new ClientFrame(19L, null, new GroupLeave(2, "room:1", null)));
        examples.put("group-close", new ClientFrame(20L, null, new GroupClose(3, "lobby", null)));
        examples.put("subscribe", new ClientFrame(21L, null, new Subscribe(1, "mines/old-creek")));
        examples.put("unsubscribe", new ClientFrame(22L, null, new Unsubscribe(1)));
    }

    private static EventScope bob() {
        return EventScope.user(new PlayerId("bob"));
    }

    private static Hello hello() {
        var version = new ClientVersion("1.4.2", 3, 0, "web", null);
        return new Hello(1, new GameId("goldrush"), "eyJ.player.token", "device-7f3a", version, null);
    }

    private static Hello resumingHello() {
        var version = new ClientVersion("1.4.2", 3, 2, "ios", "9fceb02");
        var resume = new Resume(new SessionId("s-41d0"), "resume-1", 1, 17);
        return new Hello(1, new GameId("goldrush"), null, null, version, resume, 1);
    }

    private static Flush flush(Encoding encoding) {
        return new Flush(
                List.of(
                        Op.ticks(12),
                        Op.action(new ActionCall(101, Payloads.of(encoding, "{\"amount\":5}", "0805"))),
                        Op.serverAction(9)),
                "00c0ffee00c0ffee");
    }

    private ClientExamples() {}
}
