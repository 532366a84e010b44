package dev.gatehouse.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.gatehouse.client.live.GroupListener;
import dev.gatehouse.client.live.Membership;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.protocol.CallError;
import dev.gatehouse.model.protocol.CallErrorCode;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.ClientMessage.GroupClose;
import dev.gatehouse.model.protocol.ClientMessage.GroupJoin;
import dev.gatehouse.model.protocol.ClientMessage.GroupLeave;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.protocol.EventScope;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.Event;
import dev.gatehouse.model.protocol.ServerMessage.EventRefused;
import dev.gatehouse.model.protocol.ServerMessage.GroupChange;
import dev.gatehouse.model.protocol.ServerMessage.GroupChanged;
import dev.gatehouse.model.protocol.ServerMessage.GroupResult;
import dev.gatehouse.model.protocol.ServerMessage.Rewind;
import dev.gatehouse.model.schema.JsonText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Events and groups.
class LiveTest {

    private static final JsonText ARGS = new JsonText("{\"color\":\"red\"}");
    private static final PlayerId BOB = new PlayerId("bob");

    private final Scene scene = Scene.playing();
    private final List<String> heard = new ArrayList<>();
    private final GroupListener ears = new GroupListener() {
        @Override
        public void onJoined(PlayerId player) {
            heard.add(player.value() + " joined");
        }

        @Override
        public void onLeft(PlayerId player) {
            heard.add(player.value() + " left");
        }

        @Override
        public void onClosed() {
            heard.add("closed");
        }

        @Override
        public void onLost(CallError why) {
            heard.add("lost " + why.code());
        }
    };

    @ParameterizedTest
    @EnumSource
    void sendsAndHearsEventsInEitherEncoding(Encoding encoding) {
        var either = new Scene(encoding, Timing.USUAL).play();
        var registration = either.session.onEvent(
                "cheer", event -> heard.add("cheer " + event.payload().text()));
        assertThat(either.session.send("cheer", EventScope.group("room:1"), ARGS))
                .isTrue();
        either.line().say(1L, null, new Event("cheer", EventScope.everybody(), new JsonText("[1]"), BOB));
        either.line().say(2L, null, new Event("boo", EventScope.everybody(), new JsonText("[2]"), BOB));
        registration.close();
        either.line().say(3L, null, new Event("cheer", EventScope.everybody(), new JsonText("[3]"), null));

        assertThat(heard).containsExactly("cheer [1]");
        assertThat(either.line().all(ClientMessage.Event.class))
                .containsExactly(new ClientMessage.Event("cheer", EventScope.group("room:1"), ARGS, 1L));
    }

    @Test
    void hearsOfAnEventThatGoesToNobody() {
        scene.session.send("cheer", EventScope.everybody(), ARGS);
        scene.line().say(1L, 1L, new EventRefused(1, "cheer", CallError.of(CallErrorCode.TOO_MANY)));

        assertThat(scene.log).endsWith("refused cheer too_many");
        assertThat(scene.session.statistics().refused()).isEqualTo(1);
    }

    @Test
    void takesNoMoreEventsThanItCanKeep() {
        scene.line().lose();
        int sent = 0;
        while (scene.session.send("cheer", EventScope.everybody(), ARGS)) {
            sent++;
        }
        assertThat(sent).isEqualTo(768);

        scene.resumes(0);
        assertThat(scene.line().all(ClientMessage.Event.class)).hasSize(768);
        scene.line().say(null, 768L, new ServerMessage.Acknowledge());
        assertThat(scene.session.send("cheer", EventScope.everybody(), ARGS)).isTrue();
    }

    @Test
    void isInAGroupFromItsAnswerToItsEnd() {
        var membership = join("room:1");
        say(new GroupChanged("room:1", GroupChange.JOINED, BOB));
        say(new GroupChanged("room:2", GroupChange.JOINED, BOB));
        say(new GroupChanged("room:1", GroupChange.LEFT, BOB));
        say(new GroupChanged("room:1", GroupChange.CLOSED, null));
        say(new GroupChanged("room:1", GroupChange.JOINED, BOB));

        assertThat(membership.group()).isEqualTo("room:1");
        assertThat(heard).containsExactly("bob joined", "bob left", "closed");
        assertThat(scene.line().all(GroupJoin.class)).containsExactly(new GroupJoin(1, "room:1", ARGS));
        assertThat(join("room:1").group()).isEqualTo("room:1");
    }

    @Test
    void isInNoGroupThatRefused() {
        var joining = scene.session.join("room:1", ARGS, ears);
        say(new GroupResult(1, false, CallError.of(CallErrorCode.REFUSED)));
        assertThat(CallsTest.failure(joining).code()).hasValue(CallErrorCode.REFUSED);

        scene.line().lose();
        scene.passes(2);
        scene.startsOver("s2");
        assertThat(scene.line().all(GroupJoin.class)).isEmpty();
        assertThat(heard).isEmpty();
    }

    @Test
    void leavesAndDismisses() {
        var membership = join("room:1");
        var dismissed = membership.dismiss();
        say(new GroupResult(2, false, CallError.of(CallErrorCode.NOT_ALLOWED)));
        var left = membership.leave();
        say(new GroupChanged("room:1", GroupChange.JOINED, BOB));
        say(new GroupResult(3, true, null));

        assertThat(CallsTest.failure(dismissed).code()).hasValue(CallErrorCode.NOT_ALLOWED);
        assertThat(left).isCompleted();
        assertThat(heard).isEmpty();
        assertThat(scene.line().all(GroupClose.class)).hasSize(1);
        assertThat(scene.line().all(GroupLeave.class)).hasSize(1);
        assertThat(CallsTest.failure(membership.leave()).code()).hasValue(CallErrorCode.NOT_FOUND);
    }

    @Test
    void staysInAGroupThatItCouldNotAskToLeave() {
        var membership = join("room:1");
        for (int i = 0; i < 256; i++) {
            var _ = membership.dismiss();
        }
        assertThat(CallsTest.failure(membership.leave()).code()).hasValue(CallErrorCode.TOO_MANY);

        say(new GroupChanged("room:1", GroupChange.JOINED, BOB));
        say(new GroupResult(2, false, CallError.of(CallErrorCode.NOT_ALLOWED)));
        var left = membership.leave();
        say(new GroupResult(258, true, null));

        assertThat(heard).isNotEmpty();
        assertThat(left).isCompleted();
    }

    @Test
    void joinsAGroupOnce() {
        join("room:1");

        assertThatIllegalStateException().isThrownBy(() -> scene.session.join("room:1", ARGS, ears));
    }

    @Test
    void needsNothingAfterAResume() {
        join("room:1");
        scene.line().lose();
        scene.resumes(1);
        say(new GroupChanged("room:1", GroupChange.JOINED, BOB));

        assertThat(scene.line().all(GroupJoin.class)).isEmpty();
        assertThat(heard).containsExactly("bob joined");
    }

    @Test
    @DisplayName("1.4 (18) a new session is a member again, unless the group refuses")
    void joinsAgainInANewSession() {
        join("room:1");
        join("room:2");
        var open = scene.session.join("room:3", ARGS, ears);
        scene.line().lose();
        scene.passes(2);
        scene.startsOver("s2");

        assertThat(CallsTest.failure(open).code()).hasValue(CallErrorCode.SESSION_MOVED);
        var again = scene.line().all(GroupJoin.class);
        assertThat(again).extracting(GroupJoin::group).containsExactly("room:1", "room:2");
        assertThat(again).extracting(GroupJoin::args).containsOnly(ARGS);
        say(new GroupResult(again.get(0).id(), true, null));
        say(new GroupResult(again.get(1).id(), false, CallError.of(CallErrorCode.REFUSED)));
        say(new GroupChanged("room:1", GroupChange.JOINED, BOB));
        assertThat(heard).containsExactly("lost refused", "bob joined");

        // What was refused is not tried a third time.
        scene.line().lose();
        scene.passes(2);
        scene.startsOver("s3");
        assertThat(scene.line().all(GroupJoin.class))
                .extracting(GroupJoin::group)
                .containsExactly("room:1");
    }

    @Test
    void doesNotWaitForAnswersThatAreLostWithTheirOwner() {
        var open = scene.session.join("room:1", ARGS, ears);
        scene.line().say(null, null, new Rewind(2, 1, true));

        assertThat(CallsTest.failure(open).code()).hasValue(CallErrorCode.SESSION_MOVED);
    }

    private Membership join(String group) {
        var joining = scene.session.join(group, ARGS, ears);
        say(new GroupResult(scene.line().last(GroupJoin.class).id(), true, null));
        assertThat(joining).isCompleted();
        return joining.join();
    }

    private void say(ServerMessage.Numbered message) {
        scene.line().say(scene.session.statistics().received() + 1, null, message);
    }
}
