package dev.gatehouse.proxy.link;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.ProxyMessage.Attach;
import dev.gatehouse.model.protocol.ClientMessage.ClientVersion;
import dev.gatehouse.model.protocol.Encoding;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/// Remembers what it was told.
public final class FakeLinkChannel implements LinkChannel {

    private static final Attach ATTACH = new Attach(
            new PlayerKey(new GameId("goldrush"), new PlayerId("alice")),
            new SessionId("s-1"),
            null,
            Encoding.JSON,
            new ClientVersion("1", 3, 0, "web", null),
            null,
            null);

    public final List<String> told = new ArrayList<>();

    @Override
    public Attach attach() {
        return ATTACH;
    }

    @Override
    public Mono<Boolean> send(byte[] frame) {
        return Mono.fromSupplier(() -> told.add("send " + frame.length));
    }

    @Override
    public void pause() {
        told.add("pause");
    }

    @Override
    public void resume() {
        told.add("resume");
    }

    @Override
    public void detach(boolean intended) {
        told.add("detach " + intended);
    }
}
