@NullMarked
package dev.gatehouse.model.number;

import org.jspecify.annotations.NullMarked;
