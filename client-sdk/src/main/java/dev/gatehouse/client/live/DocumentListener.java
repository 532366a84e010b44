package dev.gatehouse.client.live;

import dev.gatehouse.model.schema.JsonText;

/// Hears of one document, on the listener's thread: [#onSnapshot] first.
public interface DocumentListener {

    /// The document as it is. Comes again where changes may have been missed: after a session that
    /// could not be resumed, or that has lost something with its owner.
    default void onSnapshot(Document now) {}

    /// The next version.
    ///
    /// @param patch RFC 6902, from the one to the other
    default void onChanged(Document before, Document now, JsonText patch) {}

    /// There is no more to come. The last call, and not made for a subscription that was closed here.
    ///
    /// @param reason such as `not_found`, `not_allowed` or `deleted`
    default void onEnded(String reason) {}
}
