@NullMarked
package dev.gatehouse.model.lifecycle;

import org.jspecify.annotations.NullMarked;
