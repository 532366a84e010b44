/// Digests of what is too long, too secret or too strange to stand for itself. Names no other package of the model.
@NullMarked
package dev.gatehouse.model.digest;

import org.jspecify.annotations.NullMarked;
