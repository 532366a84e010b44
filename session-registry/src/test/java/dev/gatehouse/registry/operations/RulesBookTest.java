package dev.gatehouse.registry.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.registry.RegistryUnavailableException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class RulesBookTest {

    private static final GameId GAME = new GameId("goldrush");
    private static final GameRules RULES = GameRules.NONE.withConfigVersion("2");

    private final Registry registry = new Registry();
    private final RulesBook book = new RulesBook(registry);

    @Test
    void knowsNothingBeforeItHasAsked() {
        assertThat(book.of(GAME)).isEmpty();
    }

    @Test
    void knowsWhatItHeardLast() {
        refresh();
        registry.rules = RULES;
        assertThat(book.of(GAME)).contains(GameRules.NONE);

        refresh();

        assertThat(book.of(GAME)).contains(RULES);
    }

    @Test
    void keepsTheLastRulesWhileTheRegistryIsAway() {
        registry.rules = RULES;
        refresh();
        registry.away = true;

        refresh();

        assertThat(book.of(GAME)).contains(RULES);
    }

    private void refresh() {
        assertThat(book.refresh(List.of(GAME))).isCompleted();
    }

    private static final class Registry implements Operations {

        private GameRules rules = GameRules.NONE;
        private boolean away;

        @Override
        public CompletionStage<StoredRules> rules(GameId game) {
            return away
                    ? CompletableFuture.failedFuture(
                            new RegistryUnavailableException("away", new IllegalStateException("away")))
                    : CompletableFuture.completedFuture(new StoredRules(1, rules));
        }

        @Override
        public CompletionStage<Boolean> change(GameId game, StoredRules expected, GameRules next) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Void> expel(GameId game, Expulsion expulsion) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Void> pardon(GameId game, PlayerId player) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<List<Expulsion>> expelled(GameId game) {
            throw new UnsupportedOperationException();
        }
    }
}
