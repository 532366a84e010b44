package dev.gatehouse.client.calls;

import dev.gatehouse.model.protocol.CallError;
import dev.gatehouse.model.protocol.CallErrorCode;
import java.util.Arrays;
import java.util.Optional;

/// Something that was asked for was not done, or nobody can say whether it was.
public final class CallFailedException extends Exception {

    private final transient CallError error;

    public CallFailedException(CallError error) {
        super(error.code() + ": " + error.message());
        this.error = error;
    }

    public CallFailedException(CallErrorCode code) {
        this(CallError.of(code));
    }

    /// As the server said it, or this client.
    public CallError error() {
        return error;
    }

    /// The suite's own code; empty for one of the game's.
    public Optional<CallErrorCode> code() {
        return Arrays.stream(CallErrorCode.values())
                .filter(known -> known.wireName().equals(error.code()))
                .findAny();
    }
}
