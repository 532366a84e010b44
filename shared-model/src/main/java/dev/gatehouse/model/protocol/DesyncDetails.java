package dev.gatehouse.model.protocol;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;
import org.jspecify.annotations.Nullable;

/// The `details` of a `terminate` with 8100: where the two sides went apart.
///
/// @param flush the number of the client's flush
/// @param op the index of its step, from 0, where the client said a checksum for each; else of the last one
public record DesyncDetails(
        @Member(1) @Nullable Long flush,
        @Member(2) @Nullable Integer op) {

    private static final JsonCodec<DesyncDetails> JSON = JsonCodec.of(DesyncDetails.class);
    private static final DesyncDetails UNKNOWN = new DesyncDetails(null, null);

    /// Of a server that says something else, nothing is known.
    public static DesyncDetails of(JsonText details) {
        try {
            return JSON.decode(details.text());
        } catch (DecodeException e) {
            return UNKNOWN;
        }
    }

    public JsonText toJson() {
        return new JsonText(JSON.encode(this));
    }
}
