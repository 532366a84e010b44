package dev.gatehouse.launcher.demo;

import dev.gatehouse.client.GatehouseClient;
import dev.gatehouse.localredis.line.CuttableLine;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// The whole story, from alice's arrival to the numbers that she leaves in the metrics.
public final class Story {

    private static final List<Chapter> CHAPTERS = List.of(
            new Arrival(),
            new Digging(),
            new Company(),
            new CutLine(),
            new SecondSocket(),
            new DedicatedGame(),
            new OwnGame(),
            new Refusals(),
            new Numbers());

    private final Scene scene;
    private final Consumer<String> out;
    private final LongSupplier nanoTime;

    /// @param out takes what is told, a line at a time, as it happens
    /// @param nanoTime monotonic
    public Story(Scene scene, Consumer<String> out, LongSupplier nanoTime) {
        this.scene = scene;
        this.out = out;
        this.nanoTime = nanoTime;
    }

    /// Tells it, in about ten seconds.
    ///
    /// @return whether everything happened as told; where not, what did not was told last
    public boolean tell() throws InterruptedException {
        var narrator = new Narrator(out, nanoTime);
        try (var cast = new Cast(
                GatehouseClient.create(nanoTime, scene.random()),
                CuttableLine.to(scene.endpoints().ports().proxy()))) {
            for (int i = 0; i < CHAPTERS.size(); i++) {
                narrator.chapter(i + 1, CHAPTERS.get(i).title());
                CHAPTERS.get(i).tell(scene, cast, narrator);
            }
            narrator.tell("the end: %d claims checked".formatted(narrator.claims()));
            return true;
        } catch (BrokenStoryException e) {
            narrator.tell("FAILED: " + e.getMessage());
            return false;
        } catch (IOException | RuntimeException e) {
            narrator.tell("FAILED: " + e);
            return false;
        }
    }
}
