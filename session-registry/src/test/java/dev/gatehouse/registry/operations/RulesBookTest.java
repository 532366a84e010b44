package dev.gatehouse.registry.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.registry.RegistryUnavailableException;
import dev.gatehouse.registry.operations.Operations.StoredRules;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class RulesBookTest {

    private static final GameId GAME = new GameId("goldrush");
    private static final GameRules RULES = GameRules.NONE.withConfigVersion("2");

    private final RulesBook book = new RulesBook(this::ask);
    private GameRules stored = GameRules.NONE;
    private boolean away;

    @Test
    void knowsNothingBeforeItHasAsked() {
        assertThat(book.of(GAME)).isEmpty();
    }

    @Test
    void knowsWhatItHeardLast() {
        refresh();
        stored = RULES;
        assertThat(book.of(GAME)).contains(GameRules.NONE);

        refresh();

        assertThat(book.of(GAME)).contains(RULES);
    }

    @Test
    void keepsTheLastRulesWhileTheRegistryIsAway() {
        stored = RULES;
        refresh();
        away = true;

        refresh();

        assertThat(book.of(GAME)).contains(RULES);
    }

    private void refresh() {
        assertThat(book.refresh(List.of(GAME))).isCompleted();
    }

    private CompletionStage<StoredRules> ask(GameId game) {
        return away
                ? CompletableFuture.failedFuture(
                        new RegistryUnavailableException("away", new IllegalStateException("away")))
                : CompletableFuture.completedFuture(new StoredRules(1, stored));
    }
}
