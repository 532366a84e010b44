/// Says whether a model can be stored, and is the same when it is read again, and how large it is; stores nothing
/// itself.
@NullMarked
package dev.gatehouse.model.codec.storage;

import org.jspecify.annotations.NullMarked;
