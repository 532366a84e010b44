/// Computes the checksum by which client and server compare a model, as `docs/checksum.md` says, at the cost of what
/// changed.
@NullMarked
package dev.gatehouse.model.codec.checksum;

import org.jspecify.annotations.NullMarked;
