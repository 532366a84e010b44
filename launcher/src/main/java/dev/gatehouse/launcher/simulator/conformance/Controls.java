package dev.gatehouse.launcher.simulator.conformance;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.partner.GameServerAnswer.Failure;
import dev.gatehouse.model.partner.GameServerRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// What can be done to a server that is checked. Calls block.
interface Controls {

    void add(PlayerId player) throws IOException, InterruptedException;

    void drain(Duration within) throws IOException, InterruptedException;

    /// Ends its instance.
    void end() throws IOException, InterruptedException;

    /// Tears its link.
    ///
    /// @param refusing for how long no other one is let through
    void cut(Duration refusing);

    /// Tears its link, and refuses each further one for good.
    void forbid();

    /// Refuses every request of this kind, until [#passOn].
    void refuse(Class<? extends GameServerRequest> kind, Failure why);

    void passOn();

    /// Has the next request of this kind done, and tears its link in place of an answer.
    void loseNextAnswer(Class<? extends GameServerRequest> kind);

    /// Asks at its door.
    ///
    /// @throws IOException if it gives no answer in time
    String ask(Door door, String line, Duration within) throws IOException;

    /// Has it hear a notice that it does not know, and a member that it does not know from now on.
    void meetTomorrow();

    /// Why its instance is over; empty while it is not, or where that cannot be seen.
    Optional<String> whyOver() throws InterruptedException;

    /// Waits for the end of its process.
    ///
    /// @return whether it came in time
    boolean exits(Duration within) throws InterruptedException;
}
