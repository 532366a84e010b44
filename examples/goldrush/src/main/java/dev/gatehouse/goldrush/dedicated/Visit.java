package dev.gatehouse.goldrush.dedicated;

import dev.gatehouse.model.id.PlayerId;
import org.jspecify.annotations.Nullable;

/// One player's stay, line by line. One thread at a time.
final class Visit {

    private static final String JOIN = "JOIN ";

    private final Shaft shaft;
    private final Backstage backstage;
    private @Nullable PlayerId player;
    private boolean isOver;
    private boolean wasLast;

    Visit(Shaft shaft, Backstage backstage) {
        this.shaft = shaft;
        this.backstage = backstage;
    }

    /// Whether there is nothing more to say.
    boolean isOver() {
        return isOver;
    }

    String answer(String line) {
        if (player == null) {
            return line.startsWith(JOIN) ? join(line.substring(JOIN.length())) : refuse("join_first");
        }
        return switch (line) {
            case "DIG" -> "FOUND " + shaft.dig(player);
            case "LEAVE" -> "REWARD " + leave(player);
            default -> "WHAT";
        };
    }

    /// The player's socket is closed, whoever closed it. What was found is still the player's; with the last player the
    /// game is over.
    void hangUp() {
        if (player != null && !isOver) {
            leave(player);
        }
        if (wasLast) {
            backstage.end("everybody has left the mine");
        }
    }

    private String join(String ticket) {
        return switch (backstage.accept(ticket)) {
            case Entry.Refused(var code) -> refuse(code);
            case Entry.Admitted(var admitted) -> {
                if (!shaft.enter(admitted)) {
                    yield refuse("already_inside");
                }
                player = admitted;
                yield "WELCOME " + admitted.value();
            }
        };
    }

    private String refuse(String code) {
        isOver = true;
        return "REFUSED " + code;
    }

    private int leave(PlayerId leaving) {
        isOver = true;
        int nuggets = shaft.foundBy(leaving);
        // Before anything else: once the last player has left the shaft, the game may end at any moment.
        boolean isPaid = nuggets > 0 && backstage.reward(leaving, nuggets);
        backstage.left(leaving);
        wasLast = shaft.leave(leaving);
        return isPaid ? nuggets : 0;
    }
}
