/// Against lists that do the same.
@NullMarked
package dev.gatehouse.model.collection;

import org.jspecify.annotations.NullMarked;
