package dev.gatehouse.gameserver;

import dev.gatehouse.model.partner.GameServerAnswer.Failure;
import dev.gatehouse.model.partner.PartnerError;
import java.util.Optional;

/// A request that was refused, or could not be asked. The code says which; [#isRetryable] says whether asking
/// again later makes sense.
public final class GameServerException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// The code when the link is gone: connect again.
    public static final String LINK_LOST = "link_lost";

    /// The code when no answer came in time: what became of the request is not known.
    public static final String TIMEOUT = "timeout";

    /// The code when the service could not be reached.
    public static final String UNREACHABLE = "unreachable";

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
}
