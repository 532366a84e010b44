@NullMarked
package dev.gatehouse.model.protocol;

import org.jspecify.annotations.NullMarked;
