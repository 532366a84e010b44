package dev.gatehouse.model.codec.storage;

import dev.gatehouse.model.codec.Unreadable;

/// A value that cannot be stored. The message says where and why, such as `parcels: null (expected: a
/// value)`, and holds nothing of the value.
public final class UnstorableException extends IllegalArgumentException {

    UnstorableException(Unreadable why) {
        super(why.describe(), why);
    }
}
