package dev.gatehouse.proxy.link;

import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/// Remembers what it was told.
public final class FakeLinkChannel implements LinkChannel {

    public final List<String> told = new ArrayList<>();

    @Override
    public Mono<Void> send(byte[] frame) {
        return Mono.fromRunnable(() -> told.add("send " + frame.length));
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
