/// Tests of what a declaration may be.
@NullMarked
package dev.gatehouse.model.schema;

import org.jspecify.annotations.NullMarked;
