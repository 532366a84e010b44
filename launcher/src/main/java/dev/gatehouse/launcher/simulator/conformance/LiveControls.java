package dev.gatehouse.launcher.simulator.conformance;

import dev.gatehouse.launcher.simulator.http.InstanceApi;
import dev.gatehouse.launcher.simulator.line.LinkLine;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.partner.GameServerAnswer.Failure;
import dev.gatehouse.model.partner.GameServerRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A server's process, the line to it and the backend's calls for its instance.
///
/// @param process empty where it was gone before it was seen
record LiveControls(InstanceApi api, LinkLine line, InstanceId id, Optional<ProcessHandle> process)
        implements Controls {

    @Override
    public void add(PlayerId player) throws IOException, InterruptedException {
        api.add(id, player);
    }

    @Override
    public void drain(Duration within) throws IOException, InterruptedException {
        api.drain(id, within);
    }

    @Override
    public void end() throws IOException, InterruptedException {
        api.end(id, "the check is over");
    }

    @Override
    public void cut(Duration refusing) {
        line.cut(id, refusing);
    }

    @Override
    public void forbid() {
        line.forbid(id);
    }

    @Override
    public void refuse(Class<? extends GameServerRequest> kind, Failure why) {
        line.refuse(id, kind, why);
    }

    @Override
    public void passOn() {
        line.passOn(id);
    }

    @Override
    public void loseNextAnswer(Class<? extends GameServerRequest> kind) {
        line.loseNextAnswer(id, kind);
    }

    @Override
    public String ask(Door door, String text, Duration within) throws IOException {
        return door.ask(text, within);
    }

    @Override
    public void meetTomorrow() {
        line.speakNewer(id);
        line.tell(id, "{\"type\":\"of-tomorrow\",\"instanceId\":\"" + id + "\",\"weather\":{\"rain\":[1,2]}}");
    }

    @Override
    public Optional<String> whyOver() throws InterruptedException {
        try {
            return Optional.of(api.get(id)).filter(InstanceApi.Seen::isOver).map(InstanceApi.Seen::why);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    @Override
    public boolean exits(Duration within) throws InterruptedException {
        try {
            if (process.isPresent()) {
                process.get().onExit().get(within.toMillis(), TimeUnit.MILLISECONDS);
            }
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("waiting for a process failed", e.getCause());
        }
    }
}
