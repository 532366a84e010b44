package dev.gatehouse.gameserver;

import dev.gatehouse.model.partner.GameServerAnswer.Failure;
import dev.gatehouse.model.partner.PartnerError;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;

/// A request that was refused, or could not be asked. The code says which; [#isRetryable] says whether asking
/// again later makes sense.
public final class GameServerException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// The code when the link is gone, for now or for good. What became of a request that was under way is not known.
    public static final String LINK_LOST = "link_lost";

    /// The code when no answer came in time: what became of the request is not known.
    public static final String TIMEOUT = "timeout";

    /// The code when the service could not be reached.
    public static final String UNREACHABLE = "unreachable";

    /// What says nothing of the instance, only of the link: another one may do better.
    private static final Set<String> OF_THE_LINK =
            Set.of(TIMEOUT, PartnerError.NOT_LINKED.code(), PartnerError.ALREADY_LINKED.code());

    private final String code;
    private final boolean retryable;

    GameServerException(String code, String message, boolean retryable) {
        super(code + ": " + message);
        this.code = code;
        this.retryable = retryable;
    }

    GameServerException(String code, String message, boolean retryable, Throwable cause) {
        super(code + ": " + message, cause);
        this.code = code;
        this.retryable = retryable;
    }

    static GameServerException of(Failure failure) {
        return new GameServerException(failure.code(), failure.message(), failure.retryable());
    }

    static GameServerException of(PartnerError error) {
        return of(Failure.of(error));
    }

    /// While the link is opened again.
    static GameServerException linkLost() {
        return new GameServerException(LINK_LOST, "the link is not open", true);
    }

    /// Once nobody opens it again.
    static GameServerException linkGone() {
        return new GameServerException(LINK_LOST, "the link was closed, or its instance is over", false);
    }

    /// What a future has failed with.
    static GameServerException causeOf(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof GameServerException known
                ? known
                : new GameServerException(LINK_LOST, String.valueOf(cause.getMessage()), true, cause);
    }

    /// Such as `ticket_used`; see [PartnerError].
    public String code() {
        return code;
    }

    /// The code as a constant; empty for one that is the SDK's own, or newer than it.
    public Optional<PartnerError> error() {
        return PartnerError.of(code);
    }

    public boolean isRetryable() {
        return retryable;
    }

    /// Whether another link may do better than the one that this was said on.
    boolean endsALink() {
        return OF_THE_LINK.contains(code);
    }

    /// Whether no link will ever do.
    boolean isFinal() {
        return !retryable && !endsALink();
    }
}
