package dev.gatehouse.model.stream;

import static dev.gatehouse.model.stream.Inbox.Verdict.GAP;
import static dev.gatehouse.model.stream.Inbox.Verdict.NEW;
import static dev.gatehouse.model.stream.Inbox.Verdict.SEEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InboxTest {

    private final Inbox inbox = new Inbox();

    @Test
    void takesNumbersInOrder() {
        assertThat(inbox.received()).isZero();
        assertThat(inbox.receive(1)).isEqualTo(NEW);
        assertThat(inbox.receive(2)).isEqualTo(NEW);
        assertThat(inbox.received()).isEqualTo(2);
    }

    @Test
    void dropsWhatItHasSeen() {
        inbox.receive(1);
        inbox.receive(2);

        assertThat(inbox.receive(1)).isEqualTo(SEEN);
        assertThat(inbox.receive(2)).isEqualTo(SEEN);
        assertThat(inbox.received()).isEqualTo(2);
    }

    @Test
    void noticesAMissingNumber() {
        inbox.receive(1);

        assertThat(inbox.receive(3)).isEqualTo(GAP);
        assertThat(inbox.received()).isEqualTo(1);
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThat(inbox.receive(0)).isEqualTo(GAP);
        assertThat(inbox.receive(-1)).isEqualTo(GAP);
        assertThat(inbox.receive(Long.MAX_VALUE)).isEqualTo(GAP);
    }

    @Test
    void countsWhatIsDoneApartFromWhatIsHere() {
        inbox.receive(1);
        inbox.receive(2);
        assertThat(inbox.handled()).isZero();

        inbox.markHandled(1);

        assertThat(inbox.handled()).isEqualTo(1);
        assertThat(inbox.received()).isEqualTo(2);
    }

    @Test
    void neverTakesBackThatSomethingIsDone() {
        inbox.receive(1);
        inbox.receive(2);
        inbox.markHandled(2);

        inbox.markHandled(1);

        assertThat(inbox.handled()).isEqualTo(2);
    }

    @Test
    void cannotHaveDoneWhatIsNotHere() {
        inbox.receive(1);

        assertThatThrownBy(() -> inbox.markHandled(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("number: 2 (expected: 1 to 1)");
    }
}
