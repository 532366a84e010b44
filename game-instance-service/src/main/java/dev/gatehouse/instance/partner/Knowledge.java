package dev.gatehouse.instance.partner;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.partner.GameServerAnswer;
import dev.gatehouse.model.partner.GameServerNotice;
import dev.gatehouse.model.partner.GameServerRequest;
import dev.gatehouse.model.partner.LinkedInstance;
import dev.gatehouse.model.partner.ServerView;
import dev.gatehouse.model.schema.JsonText;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the server of one link knows of its instance. To answer a request is one turn, and to tell what the
/// server lacks is one, each with all that it says: so a server is not told of what it does itself, and hears of
/// nothing before the answer that comes before it. Safe to use from any thread.
public final class Knowledge {

    private static final JsonCodec<LinkedInstance> LINKED = JsonCodec.of(LinkedInstance.class);

    private final ReentrantLock turn = new ReentrantLock();
    private volatile @Nullable LinkedInstance known; // Written in a turn; absent until the server has linked.

    /// Has a request answered, and says the answer. Blocks for as long as `answering` and another turn take.
    public GameServerAnswer answer(
            GameServerRequest request, Supplier<GameServerAnswer> answering, Consumer<GameServerAnswer> say) {
        turn.lock();
        try {
            var answer = answering.get();
            var value = answer.value();
            if (answer.ok() && value != null) {
                learn(request, value);
            }
            say.accept(answer);
            return answer;
        } finally {
            turn.unlock();
        }
    }

    /// Whether the server lacks something, unless it is about to learn it from an answer.
    boolean lacks(LinkedInstance now) {
        var before = known;
        return before != null && !Differences.between(before, now).isEmpty();
    }

    /// Tells what the server lacks. Blocks for as long as another turn takes, which is as long as a request does.
    ///
    /// @param now looks at the instance; called when nothing else goes on
    void catchUp(Supplier<Optional<LinkedInstance>> now, Consumer<GameServerNotice> tell) {
        turn.lock();
        try {
            var before = known;
            var after = now.get();
            if (before != null && after.isPresent()) {
                for (var notice : Differences.between(before, after.get())) {
                    tell.accept(notice);
                    before = ServerView.after(before, notice);
                }
                known = before;
            }
        } finally {
            turn.unlock();
        }
    }

    private void learn(GameServerRequest request, JsonText value) {
        var before = known;
        try {
            if (request instanceof GameServerRequest.Link) {
                known = LINKED.decode(value.text());
            } else if (before != null) {
                known = ServerView.after(before, request, value);
            }
        } catch (DecodeException e) {
            throw new IllegalStateException("the answer to " + request.id() + " is not what it must be", e);
        }
    }
}
