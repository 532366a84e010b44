package dev.gatehouse.session.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReceivedTest {

    private final Received received = new Received(0);

    @Test
    void settlesInOrderWhateverIsDoneFirst() {
        comes(3);

        received.settle(3);
        received.settle(2);
        assertThat(received.settled()).isZero();
        assertThat(received.open()).isEqualTo(3);
        received.settle(1);

        assertThat(received.settled()).isEqualTo(3);
        assertThat(received.open()).isZero();
    }

    @Test
    void confirmsWhatTheJournalHasOnlyOnceEverythingBeforeIsDone() {
        comes(2);

        received.journalled(2);
        assertThat(received.durable()).isZero();
        assertThat(received.known()).isEqualTo(2);
        received.settle(1);

        assertThat(received.durable()).isEqualTo(2);
    }

    @Test
    void confirmsWhatIsStoredAndNoMore() {
        comes(2);
        received.settle(1);
        received.settle(2);
        assertThat(received.durable()).isZero();

        received.saved(1);

        assertThat(received.durable()).isEqualTo(1);
    }

    @Test
    void goesOnWhereAnotherNodeWas() {
        var next = new Received(7);
        next.settle(5);

        assertThat(next.settled()).isEqualTo(7);
        assertThat(next.durable()).isEqualTo(7);
        assertThat(next.open()).isZero();
    }

    private void comes(int messages) {
        LongStream.rangeClosed(1, messages).forEach(received::receive);
    }
}
