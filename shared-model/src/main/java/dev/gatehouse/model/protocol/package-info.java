/// Everything a client may say and hear, as in docs/protocol: one record per message, in both encodings.
@NullMarked
package dev.gatehouse.model.protocol;

import org.jspecify.annotations.NullMarked;
