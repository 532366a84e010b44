@NullMarked
package dev.gatehouse.model.digest;

import org.jspecify.annotations.NullMarked;
