package dev.gatehouse.instance.partner;

import static dev.gatehouse.instance.life.InstanceExamples.ALICE;
import static dev.gatehouse.instance.life.InstanceExamples.DEADLINES;
import static dev.gatehouse.instance.life.InstanceExamples.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.instance.life.InstanceExamples;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.partner.GameServerAnswer;
import dev.gatehouse.model.partner.GameServerRequest.Link;
import dev.gatehouse.model.partner.GameServerRequest.RemovePlayers;
import dev.gatehouse.model.partner.LinkedInstance;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.schema.JsonText;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class KnowledgeTest {

    private static final LinkedInstance LINKED =
            LinkedInstances.of(InstanceExamples.in(InstanceState.LINKED), DEADLINES);
    private static final RemovePlayers REMOVE = new RemovePlayers("2", ID, List.of(ALICE));

    private final Knowledge knowledge = new Knowledge();
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    @Test
    void knowsNothingBeforeItHasLinked() {
        knowledge.answer(REMOVE, () -> GameServerAnswer.refused("2", PartnerError.NOT_LINKED), _ -> {});

        assertThat(knowledge.lacks(LINKED)).isFalse();
        knowledge.catchUp(() -> Optional.of(LINKED), notice -> said.add(notice.toString()));
        assertThat(said).isEmpty();
    }

    @Test
    void tellsWhatItLacksAfterTheAnswerThatIsOnItsWay() throws Exception {
        knowledge.answer(
                new Link("1", ID, "localhost", 1, 1, null),
                () -> GameServerAnswer.done(
                        "1", new JsonText(JsonCodec.of(LinkedInstance.class).encode(LINKED))),
                _ -> {});
        var running = new LinkedBlockingQueue<Thread>();

        knowledge.answer(
                REMOVE,
                () -> {
                    running.add(Thread.ofVirtual()
                            .start(() -> knowledge.catchUp(
                                    () -> {
                                        said.add("look");
                                        return Optional.of(LINKED);
                                    },
                                    notice -> said.add("notice"))));
                    return GameServerAnswer.done("2");
                },
                _ -> said.add("answer"));
        running.take().join();

        assertThat(said).containsExactly("answer", "look", "notice");
    }
}
