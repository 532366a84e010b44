package dev.gatehouse.session.player.bench;

import dev.gatehouse.model.codec.Audience;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.patch.JsonPatches;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.ClientMessage.Resume;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.protocol.ServerFrame;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.model.protocol.ServerMessage.ModelPatch;
import dev.gatehouse.model.protocol.ServerMessage.Ping;
import dev.gatehouse.model.protocol.ServerMessage.Rewind;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.session.player.answer.AttachAnswer;
import java.util.ArrayList;
import java.util.List;

/// A client that runs nothing itself: it knows the model by what its session started with and the patches since.
public final class Onlooker {

    public BenchClient client;
    private JsonText model;
    private long tick;
    private boolean leads;
    private long received;
    private final List<ClientMessage> said = new ArrayList<>();
    private long epoch;
    private String token;
    private final SessionId session;
    private int read;

    public Onlooker(BenchClient client) {
        this.client = client;
        this.epoch = client.started().epoch();
        this.token = client.started().resumeToken();
        this.session = client.started().sessionId();
        this.leads = client.player().lead();
        this.tick = client.player().tick();
        this.model = new JsonText(((Encoded.Json) client.player().model()).text());
    }

    /// Its session goes on over another socket, which this client has asked for, or a proxy for it.
    public void goesOn(BenchClient again) {
        client = again;
        read = 0;
        long got = said.size();
        if (isResumed(again)) {
            token = again.resumed().resumeToken();
            got = again.resumed().received();
        }
        for (var message : again.line.messages()) {
            if (message instanceof Rewind(var _, var known, var _)) {
                got = known;
            } else if (message instanceof Ping(var id)) {
                again.says(null, new ClientMessage.Pong(id));
            }
        }
        for (long number = got + 1; number <= said.size(); number++) {
            again.says(number, said.get((int) number - 1));
        }
    }

    /// Whether its client has asked for it, and not a proxy.
    private static boolean isResumed(BenchClient client) {
        return client.answer() instanceof AttachAnswer.Attached(var frame) && !frame.isEmpty();
    }

    /// What it says when it comes back.
    public Resume resume() {
        hear();
        return new Resume(session, token, epoch, received);
    }

    /// The player's model on a node, as clients may see it.
    public static JsonText modelOf(PlayersBench bench) {
        var asked = bench.players.model(PlayersBench.player("alice")).toCompletableFuture();
        bench.turns();
        var model = (Purse) asked.join().orElseThrow();
        return new JsonText(((Encoded.Json) Purse.MODEL.encodeModel(Encoding.JSON, model, Audience.CLIENT)).text());
    }

    public JsonText model() {
        hear();
        return model;
    }

    /// Whether its model is this one, in whichever order their members are.
    public boolean has(JsonText other) {
        try {
            return JsonPatches.between(model(), other).text().equals("[]");
        } catch (DecodeException e) {
            throw new AssertionError("no models", e);
        }
    }

    public long tick() {
        hear();
        return tick;
    }

    public boolean leads() {
        hear();
        return leads;
    }

    public long received() {
        hear();
        return received;
    }

    /// Says how far it has heard the server.
    public void acknowledges() {
        client.acknowledges(received());
    }

    /// Says something, and again where that may be lost.
    public void says(ClientMessage message) {
        said.add(message);
        client.says(said.size(), message);
    }

    private void hear() {
        var frames = client.line.frames();
        for (; read < frames.size(); read++) {
            hear(frames.get(read));
        }
    }

    private void hear(ServerFrame frame) {
        if (frame.message() instanceof Rewind(var next, var _, var _)) {
            epoch = next;
            received = 0;
        }
        var number = frame.seq();
        if (number == null || number <= received) {
            return;
        }
        received = number;
        switch (frame.message()) {
            case ModelPatch(var at, var patch, var lead) -> {
                tick = at;
                apply(patch);
                leads = lead == null ? leads : lead;
            }
            case FlushResult(var _, var at, var _, var patch) -> {
                tick = at;
                apply(patch == null ? new JsonText("[]") : patch);
            }
            default -> {}
        }
    }

    private void apply(JsonText patch) {
        try {
            model = JsonPatches.apply(model, patch);
        } catch (DecodeException e) {
            throw new AssertionError("a patch that does not fit " + model.text(), e);
        }
    }
}
