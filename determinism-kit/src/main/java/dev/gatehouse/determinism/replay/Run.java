package dev.gatehouse.determinism.replay;

import dev.gatehouse.determinism.replay.Recording.RecordedStep;
import dev.gatehouse.model.codec.Audience;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.player.Action;
import dev.gatehouse.model.player.ActionCode;
import dev.gatehouse.model.player.ActionKind;
import dev.gatehouse.model.player.Applied;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.Immediate;
import dev.gatehouse.model.player.Outcome;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.player.Timeline;
import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.schema.Encoded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;

/// Records steps of a game and runs what was recorded.
public final class Run<M extends PlayerModel> {

    private static final long ANY_ID = 1;

    private final GameModel<M> game;

    /// A timeline after a step, and what came of it.
    private record Stepped<M extends PlayerModel>(Timeline<M> timeline, Trace.After after) {}

    public Run(GameModel<M> game) {
        this.game = game;
    }

    public Recording record(M model, Instant startedAt, List<Step<M>> steps) {
        return new Recording(
                encoded(model), startedAt, steps.stream().map(this::recorded).toList());
    }

    private RecordedStep recorded(Step<M> step) {
        return switch (step) {
            case Step.Ticks<M>(var count) -> new RecordedStep(count, null);
            case Step.Acts<M>(var action) -> new RecordedStep(0, game.encode(Encoding.PROTO, action));
        };
    }

    /// Runs every step once.
    ///
    /// @throws DecodeException if it is not a recording of this game
    public Trace trace(Recording recording) throws DecodeException {
        var after = new ArrayList<Trace.After>();
        var now = start(recording);
        for (var step : recording.steps()) {
            var stepped = step(now, step);
            after.add(stepped.after());
            now = stepped.timeline();
        }
        return new Trace(after);
    }

    /// Runs every step a second time, each on a copy of the model that the first run had before it.
    ///
    /// @param first of the same recording
    public Trace traceOnCopies(Recording recording, Trace first) throws DecodeException {
        var after = new ArrayList<Trace.After>();
        var before = recording.model();
        long tick = 0;
        for (int i = 0; i < recording.steps().size(); i++) {
            var copy = Timeline.start(game, game.decodeModel(before), tick, recording.startedAt());
            var stepped = step(copy, recording.steps().get(i));
            after.add(stepped.after());
            tick = stepped.timeline().tick();
            before = first.steps().get(i).model();
        }
        return new Trace(after);
    }

    /// The actions that came to `ok` in none of the steps, by ascending code.
    ///
    /// @param trace of the recording
    public List<Class<? extends Action<M>>> withoutSuccess(Recording recording, Trace trace) {
        var missed = new LinkedHashSet<>(game.actions());
        for (int i = 0; i < recording.steps().size(); i++) {
            var call = recording.steps().get(i).action();
            if (call != null && trace.steps().get(i).result().equals(Outcome.OK)) {
                missed.removeIf(action -> codeOf(action) == call.code());
            }
        }
        return List.copyOf(missed);
    }

    /// Where actions that may run unsynchronized would have changed what is in the checksum, each for the first time.
    public List<Touch> touches(Recording recording) throws DecodeException {
        var found = new LinkedHashMap<Integer, Touch>();
        var now = start(recording);
        for (int i = 0; i < recording.steps().size(); i++) {
            var step = recording.steps().get(i);
            var call = step.action();
            if (call != null && game.knows(call.code(), ActionKind.UNSYNCHRONIZED)) {
                var action = game.decode(call, ActionKind.UNSYNCHRONIZED);
                if (now.runNow(action) instanceof Immediate.Touched<M>(var member)) {
                    found.putIfAbsent(call.code(), new Touch(i, action.toString(), member));
                }
            }
            now = step(now, step).timeline();
        }
        return List.copyOf(found.values());
    }

    private static int codeOf(Class<?> action) {
        return action.getAnnotation(ActionCode.class).value();
    }

    private Timeline<M> start(Recording recording) throws DecodeException {
        return Timeline.start(game, game.decodeModel(recording.model()), 0, recording.startedAt());
    }

    private Stepped<M> step(Timeline<M> timeline, RecordedStep step) throws DecodeException {
        var call = step.action();
        if (call == null) {
            return stepped(timeline.ticks(step.ticks()), Outcome.OK);
        }
        return act(timeline, call);
    }

    private Stepped<M> act(Timeline<M> timeline, ActionCall call) throws DecodeException {
        if (game.knows(call.code(), ActionKind.CLIENT)) {
            return stepped(timeline.run(game.decode(call, ActionKind.CLIENT)));
        } else if (game.knows(call.code(), ActionKind.SYNCHRONIZED)) {
            var waiting = timeline.enqueue(ANY_ID, game.decode(call, ActionKind.SYNCHRONIZED));
            return stepped(waiting.execute(ANY_ID).orElseThrow());
        }
        return actNow(timeline, game.decode(call, ActionKind.UNSYNCHRONIZED));
    }

    private Stepped<M> actNow(Timeline<M> timeline, Action<M> action) {
        return switch (timeline.runNow(action)) {
            case Immediate.Ran<M>(var applied) -> stepped(applied);
            case Immediate.Touched<M>(var member) -> stepped(timeline, "touches " + member);
        };
    }

    private Stepped<M> stepped(Applied<M> applied) {
        return stepped(applied.timeline(), applied.result());
    }

    private Stepped<M> stepped(Timeline<M> timeline, String result) {
        return new Stepped<>(timeline, new Trace.After(result, timeline.checksum(), encoded(timeline.model())));
    }

    private Encoded encoded(M model) {
        return game.encodeModel(Encoding.PROTO, model, Audience.SERVER);
    }
}
