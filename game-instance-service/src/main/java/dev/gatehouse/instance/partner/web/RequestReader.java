package dev.gatehouse.instance.partner.web;

import dev.gatehouse.model.partner.GameServerAnswer.Failure;
import dev.gatehouse.model.partner.GameServerRequest;
import dev.gatehouse.model.partner.PartnerError;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what game servers ask, strictly. Without an id that an answer can repeat nothing else is looked at.
public final class RequestReader {

    private static final StrictReader<GameServerRequest> REQUESTS = new StrictReader<>(GameServerRequest.class);

    /// What becomes of one that is longer than any may be: nobody looks for its id.
    static final Read TOO_LARGE = new Read.Unreadable("", Failure.of(PartnerError.TOO_LARGE));

    /// What was read.
    public sealed interface Read {
        record Request(GameServerRequest request) implements Read {}

        /// @param id the request's, as far as it could be read
        record Unreadable(String id, Failure why) implements Read {}
    }

    public static Read read(String text) {
        if (text.length() > GameServerRequest.MAX_LENGTH) {
            return TOO_LARGE;
        }
        return switch (REQUESTS.read(text, RequestReader::unmetBy)) {
            case StrictReader.Read.Message<GameServerRequest>(var request) -> new Read.Request(request);
            case StrictReader.Read.Unreadable<GameServerRequest>(var id, var why, var detail) ->
                new Read.Unreadable(id, failure(why, detail));
        };
    }

    private static @Nullable String unmetBy(JsonNode tree) {
        var id = StrictReader.text(tree, "id");
        return id.isEmpty() || id.length() > GameServerRequest.MAX_ID_LENGTH ? "id" : null;
    }

    private static Failure failure(PartnerError why, String detail) {
        var message = detail.isEmpty() ? why.message() : why.message() + " (" + detail + ")";
        return new Failure(why.code(), message, why.retryable());
    }

    private RequestReader() {}
}
