@NullMarked
package dev.gatehouse.model.error;

import org.jspecify.annotations.NullMarked;
