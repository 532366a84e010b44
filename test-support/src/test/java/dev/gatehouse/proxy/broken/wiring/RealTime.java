package dev.gatehouse.proxy.broken.wiring;

import java.time.InstantSource;

public final class RealTime {

    public InstantSource time() {
        return InstantSource.system();
    }
}
