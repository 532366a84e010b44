package dev.gatehouse.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.client.live.Document;
import dev.gatehouse.client.live.DocumentListener;
import dev.gatehouse.client.live.Subscription;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.protocol.ClientMessage.Subscribe;
import dev.gatehouse.model.protocol.ClientMessage.Unsubscribe;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.Rewind;
import dev.gatehouse.model.protocol.ServerMessage.SubscriptionEnded;
import dev.gatehouse.model.protocol.ServerMessage.SubscriptionPatch;
import dev.gatehouse.model.protocol.ServerMessage.SubscriptionSnapshot;
import dev.gatehouse.model.schema.JsonText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Documents that a client follows.
class DocumentsTest {

    private final Scene scene = Scene.playing();
    private final List<String> heard = new ArrayList<>();

    @ParameterizedTest
    @EnumSource
    void followsADocumentInEitherEncoding(Encoding encoding) {
        var either = new Scene(encoding, Timing.USUAL).play();
        var subscription = either.session.subscribe("weather/north", ears("a"));
        assertThat(subscription.current()).isEmpty();
        either.line().say(1L, null, snapshot(1, 4, "{\"rain\":1}"));
        either.line().say(2L, null, patch(1, 5, 2));
        either.line().say(3L, null, new SubscriptionEnded(1, "deleted"));
        either.line().say(4L, null, patch(1, 6, 3));

        assertThat(either.line().all(Subscribe.class)).containsExactly(new Subscribe(1, "weather/north"));
        assertThat(heard)
                .containsExactly("a is {\"rain\":1}", "a {\"rain\":1} -> {\"rain\":2} at 5", "a ended deleted");
        assertThat(subscription.current()).isEmpty();
    }

    @Test
    @DisplayName("1.4 (17) two equal subscriptions are one for the server, and closing one keeps the other")
    void sharesOneSubscriptionAmongEqualOnes() {
        var first = follow("a");
        say(snapshot(1, 1, "{\"rain\":1}"));
        var second = follow("b");
        say(patch(1, 2, 2));
        first.close();
        first.close();
        say(patch(1, 3, 3));
        assertThat(scene.line().all(Subscribe.class)).hasSize(1);
        assertThat(scene.line().all(Unsubscribe.class)).isEmpty();
        assertThat(second.current()).hasValue(new Document("weather/north", 3, new JsonText("{\"rain\":3}")));
        second.close();
        say(patch(1, 4, 4));

        assertThat(scene.line().all(Unsubscribe.class)).containsExactly(new Unsubscribe(1));
        assertThat(heard)
                .containsExactly(
                        "a is {\"rain\":1}",
                        "b is {\"rain\":1}",
                        "a {\"rain\":1} -> {\"rain\":2} at 2",
                        "b {\"rain\":1} -> {\"rain\":2} at 2",
                        "b {\"rain\":2} -> {\"rain\":3} at 3");
    }

    @Test
    @DisplayName("1.4 (15) no patch is heard before a snapshot")
    void hearsNoPatchBeforeASnapshot() {
        follow("a");
        say(patch(1, 2, 2));

        assertThat(heard).isEmpty();
    }

    @Test
    void asksAnewWhereAPatchDoesNotFollow() {
        follow("a");
        say(snapshot(1, 1, "{\"rain\":1}"));
        say(patch(1, 3, 3));
        assertThat(scene.line().all(Unsubscribe.class)).containsExactly(new Unsubscribe(1));
        assertThat(scene.line().last(Subscribe.class)).isEqualTo(new Subscribe(2, "weather/north"));
        say(patch(1, 4, 4));
        say(snapshot(2, 4, "{\"rain\":4}"));
        say(new SubscriptionPatch(2, 5, new JsonText("[{\"op\":\"remove\",\"path\":\"/snow\"}]")));

        assertThat(scene.line().last(Subscribe.class)).isEqualTo(new Subscribe(3, "weather/north"));
        assertThat(heard).containsExactly("a is {\"rain\":1}", "a is {\"rain\":4}");
    }

    @Test
    void needsNothingAfterAResume() {
        follow("a");
        say(snapshot(1, 1, "{\"rain\":1}"));
        scene.line().lose();
        scene.resumes(1);
        say(patch(1, 2, 2));

        assertThat(scene.line().all(Subscribe.class)).isEmpty();
        assertThat(heard).containsExactly("a is {\"rain\":1}", "a {\"rain\":1} -> {\"rain\":2} at 2");
    }

    @Test
    @DisplayName("1.4 (16) a new session follows again what was followed, and nothing else")
    void asksAgainInANewSessionForWhatIsStillFollowed() {
        follow("a");
        say(snapshot(1, 1, "{\"rain\":1}"));
        scene.session.subscribe("weather/south", ears("closed")).close();
        scene.session.subscribe("weather/gone", ears("gone"));
        say(new SubscriptionEnded(3, "not_found"));
        for (int session = 2; session < 7; session++) {
            scene.line().lose();
            scene.passes(2);
            scene.startsOver("s" + session);
            assertThat(scene.line().all(Subscribe.class))
                    .extracting(Subscribe::document)
                    .containsExactly("weather/north");
        }
        var id = scene.line().last(Subscribe.class).id();
        say(snapshot(id, 9, "{\"rain\":9}"));
        say(patch(id, 10, 10));

        assertThat(heard)
                .containsExactly(
                        "a is {\"rain\":1}",
                        "gone ended not_found",
                        "a is {\"rain\":9}",
                        "a {\"rain\":9} -> {\"rain\":10} at 10");
    }

    @Test
    void asksInTheNextSessionForWhatIsFollowedWhileThereIsNone() {
        scene.line().say(null, null, ConnectionError.FAILED_TO_RESUME_SESSION.terminate());
        follow("a");
        scene.passes(2);
        scene.line().open();
        scene.line().say(null, null, Scene.hello());
        scene.line().say(null, null, scene.started("s2", Mine.NEW));

        assertThat(scene.line().all(Subscribe.class)).hasSize(1);
        say(snapshot(scene.line().last(Subscribe.class).id(), 1, "{\"rain\":1}"));
        assertThat(heard).containsExactly("a is {\"rain\":1}");
    }

    @Test
    void startsOverFromASnapshotAfterAGap() {
        follow("a");
        say(snapshot(1, 1, "{\"rain\":1}"));
        scene.line().say(null, null, new Rewind(2, 1, true));
        say(patch(1, 7, 7));
        say(snapshot(1, 7, "{\"rain\":7}"));
        say(patch(1, 8, 8));

        assertThat(heard)
                .containsExactly("a is {\"rain\":1}", "a is {\"rain\":7}", "a {\"rain\":7} -> {\"rain\":8} at 8");
        assertThat(scene.line().all(Subscribe.class)).hasSize(1);
    }

    private Subscription follow(String name) {
        return scene.session.subscribe("weather/north", ears(name));
    }

    private void say(ServerMessage.Numbered message) {
        scene.line().say(scene.session.statistics().received() + 1, null, message);
    }

    private static SubscriptionSnapshot snapshot(long id, long version, String value) {
        return new SubscriptionSnapshot(id, version, new JsonText(value));
    }

    private static SubscriptionPatch patch(long id, long version, int rain) {
        var patch = "[{\"op\":\"replace\",\"path\":\"/rain\",\"value\":" + rain + "}]";
        return new SubscriptionPatch(id, version, new JsonText(patch));
    }

    private DocumentListener ears(String name) {
        return new DocumentListener() {
            @Override
            public void onSnapshot(Document now) {
                heard.add(name + " is " + now.value().text());
            }

            @Override
            public void onChanged(Document before, Document now, JsonText patch) {
                heard.add("%s %s -> %s at %d"
                        .formatted(name, before.value().text(), now.value().text(), now.version()));
            }

            @Override
            public void onEnded(String reason) {
                heard.add(name + " ended " + reason);
            }
        };
    }
}
