@NullMarked
package dev.gatehouse.model.stream;

import org.jspecify.annotations.NullMarked;
