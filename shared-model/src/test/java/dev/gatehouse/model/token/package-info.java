/// Tests of the tokens between services.
@NullMarked
package dev.gatehouse.model.token;

import org.jspecify.annotations.NullMarked;
