package dev.gatehouse.session.player;

import dev.gatehouse.model.player.GameFailure;
import dev.gatehouse.session.player.Resident.Access;
import dev.gatehouse.session.player.Resident.Loading;
import dev.gatehouse.session.player.Resident.Present;
import dev.gatehouse.session.player.owner.Loaded;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers those who want a player: one who cannot bear its answer costs nobody else theirs. On the player's shard.
final class Answers {

    private static final Logger log = LoggerFactory.getLogger(Answers.class);

    static void grant(Present present, Consumer<Access> then) {
        try {
            then.accept(new Access.Granted(present));
        } catch (Throwable e) {
            GameFailure.rethrowIfFatal(e);
            present.owner().failed(e);
            // Whoever asks hears something, unless it has its answer already.
            deny(then, new Loaded.Unavailable());
        }
    }

    static void deny(Loading loading, Loaded why) {
        loading.waiting().forEach(then -> deny(then, why));
    }

    private static void deny(Consumer<Access> then, Loaded why) {
        attempt(() -> then.accept(new Access.Denied(why)));
    }

    /// Lets those want the player again who had to wait for that.
    static void each(List<Runnable> afterwards) {
        afterwards.forEach(Answers::attempt);
    }

    private static void attempt(Runnable step) {
        GameFailure.attempt(step, e -> log.error("Somebody who wanted a player failed.", e));
    }

    private Answers() {}
}
