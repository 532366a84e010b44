package dev.gatehouse.model.player;

import java.util.Objects;

/// What an action made of a model.
///
/// @param result [#OK], or the game's own code for why not: 1 to 64 characters
/// @param model the next model; the old one if the result is not [#OK]
public record Outcome<M extends PlayerModel>(String result, M model) {

    /// The result of an action that did what it is for.
    public static final String OK = "ok";

    /// The result the framework gives an action that threw; no action may give it itself.
    public static final String THREW = "threw";

    /// The result of an action that was not run, because another session of the player leads; no action may
    /// give it itself.
    public static final String NOT_LEADING = "not_leading";

    private static final int MAX_RESULT_LENGTH = 64;

    public Outcome {
        // Made by games, whose code need not be null-checked: without a model the action has failed, here and now.
        Objects.requireNonNull(model, "model");
        if (result.isEmpty() || result.length() > MAX_RESULT_LENGTH) {
            throw new IllegalArgumentException(
                    "result: " + result.length() + " characters (expected: 1 to " + MAX_RESULT_LENGTH + ")");
        }
    }

    /// The action was done.
    public static <M extends PlayerModel> Outcome<M> of(M model) {
        return new Outcome<>(OK, model);
    }

    /// The action was not done.
    ///
    /// @param model the model as it was
    /// @param why the game's own code, such as `not_enough_gold`
    public static <M extends PlayerModel> Outcome<M> refused(M model, String why) {
        if (why.equals(OK) || why.equals(THREW) || why.equals(NOT_LEADING)) {
            throw new IllegalArgumentException("why: " + why + " (expected: a code of the game's own)");
        }
        return new Outcome<>(why, model);
    }

    public boolean isOk() {
        return result.equals(OK);
    }
}
