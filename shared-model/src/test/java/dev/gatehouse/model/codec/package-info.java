/// Tests of what all codecs promise, on a schema of their own that has every kind of member: [Arena].
@NullMarked
package dev.gatehouse.model.codec;

import org.jspecify.annotations.NullMarked;
