package dev.gatehouse.session.player;

import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.session.player.answer.AttachAnswer;
import dev.gatehouse.session.player.answer.Newcomer;
import java.util.HashMap;
import java.util.Map;

/// The newcomers of one shard that have no session yet, so that one can be ended before it begins. On the shard
/// only. As many as there are attaches under way, each of which is answered in the end.
final class Arrivals {

    private final Map<SessionId, Newcomer> arriving = new HashMap<>();

    /// Notes a newcomer until it is answered.
    ///
    /// @return the newcomer to go on with
    Newcomer enter(Newcomer newcomer) {
        var id = newcomer.attach().sessionId();
        arriving.put(id, newcomer);
        return new Newcomer(
                newcomer.attach(),
                newcomer.proxy(),
                newcomer.line(),
                answer -> {
                    if (arriving.remove(id, newcomer)) {
                        newcomer.answer().accept(answer);
                    }
                },
                () -> newcomer.isAwaited().getAsBoolean() && newcomer.equals(arriving.get(id)));
    }

    /// Refuses a newcomer that is still on its way.
    ///
    /// @return false if there is none of this id
    boolean end(SessionId id, ConnectionError why) {
        var newcomer = arriving.remove(id);
        if (newcomer == null) {
            return false;
        }
        newcomer.answer().accept(AttachAnswer.Refused.of(why));
        return true;
    }
}
