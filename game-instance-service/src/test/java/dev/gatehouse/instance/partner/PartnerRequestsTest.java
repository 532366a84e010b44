package dev.gatehouse.instance.partner;

import static dev.gatehouse.instance.life.InstanceExamples.ID;
import static dev.gatehouse.instance.life.InstanceExamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.instance.life.InMemoryInstanceStore;
import dev.gatehouse.model.partner.GameServerAnswer;
import dev.gatehouse.model.partner.GameServerRequest.KeepAlive;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.testing.TestTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PartnerRequestsTest {

    private final InMemoryInstanceStore store = new InMemoryInstanceStore();
    private final PartnerNode node = new PartnerNode(store, new OneLinkEach(store), new TestTime(NOW));

    @Test
    @DisplayName("without the registry a request is answered by its id, whichever way it came")
    void answersAlsoWithoutTheRegistry() {
        var pair = node.allocated();
        node.link("link", pair);
        store.isAway(true);

        assertThat(node.answer(pair, new KeepAlive("7", ID)))
                .isEqualTo(GameServerAnswer.refused("7", PartnerError.UNAVAILABLE));

        store.isAway(false);
        assertThat(node.answer(pair, new KeepAlive("8", ID))).isEqualTo(GameServerAnswer.done("8"));
    }

    @Test
    void answersAlsoWhereSomethingIsBroken() {
        var pair = node.allocated();
        node.link("link", pair);
        store.holdUnreadable(ID);

        assertThat(node.answer(pair, new KeepAlive("7", ID)))
                .isEqualTo(GameServerAnswer.refused("7", PartnerError.UNAVAILABLE));
    }
}
