package dev.gatehouse.model.schema;

/// One JSON value as text, for parts of a message whose shape belongs to the game or to nobody. In JSON it stands in
/// place as it is; in protobuf it is a string.
///
/// @param text one whole JSON value; the codec checks what it reads, a caller answers for what it makes
@Inline
public record JsonText(@Member(1) String text) {

    public static final JsonText EMPTY_OBJECT = new JsonText("{}");

    public JsonText {
        if (text.isBlank()) {
            throw new IllegalArgumentException("text: '' (expected: a JSON value)");
        }
    }
}
