package dev.gatehouse.session.player;

import dev.gatehouse.session.player.owner.Entrance;
import dev.gatehouse.session.player.owner.Loaded;
import dev.gatehouse.session.player.owner.Play;
import dev.gatehouse.session.player.owner.PlayerOwner;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Where a player is on its way into and out of a shard's memory.
sealed interface Resident {

    /// Those who may wait for one player. Far more than it has sessions: whoever does not wait any more is still among
    /// them.
    int MOST_WAITING = 100;

    /// It is being claimed and read.
    ///
    /// @param known whether only a player who has been here before is read
    /// @param waiting who wants it, in order
    /// @param afterwards what wants it even if it has never been here, in order
    record Loading(boolean known, List<Consumer<Access>> waiting, List<Runnable> afterwards) implements Resident {

        Loading(boolean known) {
            this(known, new ArrayList<>(), new ArrayList<>());
        }

        boolean isFull() {
            return waiting.size() + afterwards.size() >= MOST_WAITING;
        }
    }

    /// It is here.
    record Present(PlayerOwner owner, Play play, Entrance entrance) implements Resident {}

    /// It is being let go of.
    ///
    /// @param afterwards what wants it again, in order
    record Retiring(List<Runnable> afterwards) implements Resident {

        Retiring() {
            this(new ArrayList<>());
        }

        boolean isFull() {
            return afterwards.size() >= MOST_WAITING;
        }
    }

    /// What somebody who wants a player gets.
    sealed interface Access {

        record Granted(Present player) implements Access {}

        record Denied(Loaded why) implements Access {}
    }
}
