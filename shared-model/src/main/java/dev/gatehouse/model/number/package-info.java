/// Numbers that mean the same on every machine and in every language. Knows nothing of models or encodings.
@NullMarked
package dev.gatehouse.model.number;

import org.jspecify.annotations.NullMarked;
