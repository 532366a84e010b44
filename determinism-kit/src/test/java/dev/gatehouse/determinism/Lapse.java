package dev.gatehouse.determinism;

import dev.gatehouse.determinism.replay.Step;
import dev.gatehouse.model.player.Action;
import dev.gatehouse.model.player.ActionCode;
import dev.gatehouse.model.player.ActionContext;
import dev.gatehouse.model.player.ClientAction;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.Outcome;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.player.SynchronizedServerAction;
import dev.gatehouse.model.player.UnsynchronizedServerAction;
import dev.gatehouse.model.schema.Member;
import dev.gatehouse.model.schema.ServerOnly;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Games that are the same everywhere but for one action.
final class Lapse {

    /// @param log what only the server sees
    record Diary(
            @Member(1) String title,
            @Member(2) int pages,
            @Member(3) @ServerOnly String log) implements PlayerModel {}

    /// Writes one page; the third step is the action under test.
    interface Game extends DeterminismContract<Diary> {

        Action<Diary> lapse();

        @Override
        @SuppressWarnings("unchecked") // The class of an action of diaries.
        default GameModel<Diary> game() {
            return GameModel.of(Diary.class, player -> new Diary("I WAS HERE", 0, ""))
                    .actions(List.of(Write.class, (Class<? extends Action<Diary>>) lapse().getClass()))
                    .build();
        }

        @Override
        default List<Step<Diary>> steps(RandomGenerator random) {
            return List.of(Step.action(new Write(1)), Step.ticks(5), Step.action(lapse()), Step.action(new Write(2)));
        }
    }

    @ActionCode(1)
    record Write(@Member(1) int pages) implements ClientAction<Diary> {
        @Override
        public Outcome<Diary> execute(Diary diary, ActionContext context) {
            return Outcome.of(new Diary(diary.title, diary.pages + pages, diary.log));
        }
    }

    /// Depends on the locale.
    @ActionCode(2)
    record Whisper() implements ClientAction<Diary> {
        @Override
        @SuppressWarnings("StringCaseLocaleUsage") // Doing it is the test.
        public Outcome<Diary> execute(Diary diary, ActionContext context) {
            return Outcome.of(new Diary(diary.title.toLowerCase(), diary.pages, diary.log));
        }
    }

    static final class Whispering implements Game {
        @Override
        public Action<Diary> lapse() {
            return new Whisper();
        }
    }

    /// Depends on how often it was run.
    @ActionCode(3)
    record Count() implements ClientAction<Diary> {
        @SuppressWarnings("NonFinalStaticField") // Having it is the test.
        private static int counter;

        @Override
        public Outcome<Diary> execute(Diary diary, ActionContext context) {
            return Outcome.of(new Diary(diary.title, diary.pages, "count " + counter++));
        }
    }

    static final class Counting implements Game {
        @Override
        public Action<Diary> lapse() {
            return new Count();
        }
    }

    /// Fails in the other process only.
    @ActionCode(4)
    record Insist() implements ClientAction<Diary> {
        @Override
        public Outcome<Diary> execute(Diary diary, ActionContext context) {
            return "tr".equals(System.getProperty("user.language"))
                    ? Outcome.refused(diary, "not_here")
                    : Outcome.of(diary);
        }
    }

    static final class Insisting implements Game {
        @Override
        public Action<Diary> lapse() {
            return new Insist();
        }
    }

    /// Refuses every time.
    @ActionCode(5)
    record Shy() implements ClientAction<Diary> {
        @Override
        public Outcome<Diary> execute(Diary diary, ActionContext context) {
            return Outcome.refused(diary, "not_today");
        }
    }

    static class Shying implements Game {
        @Override
        public Action<Diary> lapse() {
            return new Shy();
        }
    }

    static final class Excused extends Shying {
        @Override
        public Set<Class<? extends Action<Diary>>> maySucceedNowhere() {
            return Set.of(Shy.class);
        }
    }

    /// Excuses an action that succeeds.
    static final class Pardoned implements Game {
        @Override
        public Action<Diary> lapse() {
            return new Count();
        }

        @Override
        public Set<Class<? extends Action<Diary>>> maySucceedNowhere() {
            return Set.of(Count.class);
        }
    }

    /// Changes what is in the checksum, though it may run at once.
    @ActionCode(6)
    record Scrawl(@Member(1) int pages) implements UnsynchronizedServerAction<Diary> {
        @Override
        public Outcome<Diary> execute(Diary diary, ActionContext context) {
            return Outcome.of(new Diary(diary.title, diary.pages + pages, diary.log));
        }
    }

    static final class Scrawling implements Game {
        @Override
        public Action<Diary> lapse() {
            return new Scrawl(3);
        }

        @Override
        public Set<Class<? extends Action<Diary>>> maySucceedNowhere() {
            return Set.of(Scrawl.class);
        }
    }

    /// Does no harm where the client runs it.
    @ActionCode(7)
    record Rename(@Member(1) String title)
            implements ClientAction<Diary>, SynchronizedServerAction<Diary>, UnsynchronizedServerAction<Diary> {
        @Override
        public Outcome<Diary> execute(Diary diary, ActionContext context) {
            return Outcome.of(new Diary(title, diary.pages, diary.log));
        }
    }

    static final class Renaming implements Game {
        @Override
        public Action<Diary> lapse() {
            return new Rename("mine");
        }
    }

    private Lapse() {}
}
