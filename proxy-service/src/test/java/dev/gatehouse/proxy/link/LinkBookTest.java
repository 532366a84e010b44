package dev.gatehouse.proxy.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.link.NodeMessage.Attached;
import dev.gatehouse.model.link.NodeMessage.Close;
import dev.gatehouse.model.link.NodeMessage.Ended;
import dev.gatehouse.model.link.NodeMessage.GivenBack;
import dev.gatehouse.model.link.NodeMessage.LoggedIn;
import dev.gatehouse.model.link.NodeMessage.OwnedElsewhere;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkBookTest {

    private final LinkBook book = new LinkBook();
    private final Listener client = new Listener();

    @Test
    void passesNothingOnThatTheNodeTakesNoMore() {
        var opening = book.open(client);

        assertThat(book.isOpen(opening.channel())).isTrue();
        assertThat(book.hold(opening.channel())).isTrue();
        assertThat(book.isOpen(opening.channel())).isFalse();
        assertThat(book.hold(opening.channel())).isFalse();
    }

    @Test
    void tellsAClientThatItsNodeGivesTheSessionBack() {
        var opening = book.open(client);
        book.receive(opening.channel(), new Attached(ByteString.EMPTY));

        book.receive(opening.channel(), new GivenBack());

        assertThat(client.heard).containsExactly("lost");
        assertThat(book.close(opening.channel())).isFalse();
    }

    @Test
    void numbersChannelsAndNeverUsesANumberAgain() {
        var first = book.open(client);
        book.close(first.channel());

        assertThat(book.open(client).channel()).isEqualTo(first.channel() + 1);
    }

    @Test
    void givesTheAnswerToWhoeverAttached() {
        var mine = book.open(client);
        var other = book.open(new Listener());
        var attached = new Attached(ByteString.copyFromUtf8("started"));

        book.receive(mine.channel(), attached);

        assertThat(mine.answer()).isCompletedWithValue(attached);
        assertThat(other.answer()).isNotDone();
    }

    @Test
    void passesFramesToTheirClient() {
        var mine = book.open(client);
        var other = new Listener();
        book.open(other);

        book.receive(mine.channel(), ByteBuffer.wrap("hi".getBytes(StandardCharsets.UTF_8)));

        assertThat(client.heard).containsExactly("bytes hi");
        assertThat(other.heard).isEmpty();
    }

    @Test
    void forgetsAChannelThatWasRefused() {
        var mine = book.open(client);

        book.receive(mine.channel(), new OwnedElsewhere(new NodeId("session-2")));

        assertThat(book.close(mine.channel())).isFalse();
    }

    @Test
    void closesAChannelOnce() {
        var mine = book.open(client);

        book.receive(mine.channel(), new Close(1500, ByteString.EMPTY));
        book.receive(mine.channel(), new Close(1500, ByteString.EMPTY));

        assertThat(client.heard).containsExactly("closed 1500");
    }

    @Test
    void freesAChannelWhoseClientHasLoggedIn() {
        var mine = book.open(client);
        book.receive(mine.channel(), new Attached(ByteString.EMPTY));

        book.receive(mine.channel(), new LoggedIn("good", ByteString.EMPTY));
        book.receive(mine.channel(), ByteBuffer.wrap("late".getBytes(StandardCharsets.UTF_8)));

        assertThat(client.heard).containsExactly("logged in with good");
        assertThat(book.isOpen(mine.channel())).isFalse();
        assertThat(book.close(mine.channel())).isFalse();
    }

    @Test
    void dropsWhatConcernsNobodyAnyMore() {
        var question = book.ask();
        book.forget(question);

        book.receive(0, new Ended(question.number(), true));
        book.receive(77, ByteBuffer.allocate(3));

        assertThat(question.answer()).isNotDone();
    }

    @Test
    void tellsEverybodyOnceWhenTheLinkIsLost() {
        var attached = book.open(client);
        book.receive(attached.channel(), new Attached(ByteString.EMPTY));
        var waiting = new Listener();
        var opening = book.open(waiting);
        var question = book.ask();

        book.lose();
        book.lose();

        assertThat(client.heard).containsExactly("lost");
        assertThat(waiting.heard).isEmpty();
        assertThat(opening.answer()).isCompletedExceptionally();
        assertThat(question.answer()).isCompletedExceptionally();
    }

    @Test
    void opensNothingOnALostLink() {
        book.lose();

        assertThat(book.open(client).answer()).isCompletedExceptionally();
        assertThat(book.ask().answer()).isCompletedExceptionally();
    }

    private static final class Listener implements ChannelListener {

        private final List<String> heard = new ArrayList<>();

        @Override
        public void bytes(ByteBuffer frame) {
            heard.add("bytes " + StandardCharsets.UTF_8.decode(frame));
        }

        @Override
        public void closed(int code, ByteString frame) {
            heard.add("closed " + code);
        }

        @Override
        public void loggedIn(String token, ByteString frame) {
            heard.add("logged in with " + token);
        }

        @Override
        public void lost() {
            heard.add("lost");
        }
    }
}
