package dev.gatehouse.launcher.demo;

import dev.gatehouse.goldrush.player.Goldrush;
import dev.gatehouse.model.error.ConnectionError;
import java.io.IOException;

/// The same device connects once more: goldrush keeps the new one, and the old one is told.
final class SecondSocket implements Chapter {

    private static final ConnectionError REPLACED = ConnectionError.FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION;

    @Override
    public String title() {
        return "A second socket of the same device";
    }

    @Override
    public void tell(Scene scene, Cast cast, Narrator narrator) throws IOException, InterruptedException {
        var first = cast.alice();
        int gold = first.model().gold();
        var stranger = new Stranger(scene.http(), scene.endpoints().connect());

        // A client without our SDK, so that what is on the wire can be seen.
        try (var second = stranger.open(Hello.of(Goldrush.ID.value(), cast.credentials()))) {
            second.awaitStart();
            narrator.checkEqual(first.awaitEnd().code(), REPLACED.code(), "what the first socket hears");
            narrator.tell("the new one is in; the old one hears %d %s and does not come back"
                    .formatted(REPLACED.code(), REPLACED.wireName()));

            var third = cast.play();
            narrator.checkEqual(third.model().gold(), gold, "her gold in the new session");
            var ending = second.awaitEnding();
            narrator.checkEqual(ending.code(), (long) REPLACED.code(), "what the second socket hears");
            narrator.check(ending.closeCode() >= 4500, "it closes with 4500 or above: " + ending.closeCode());
            narrator.tell("once more, seen on the wire: terminate %d, then close %d \"%s\""
                    .formatted(ending.code(), ending.closeCode(), ending.closeReason()));
        }
    }
}
