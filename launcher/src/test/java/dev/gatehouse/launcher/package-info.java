/// The launcher keeps the house rules.
@NullMarked
package dev.gatehouse.launcher;

import org.jspecify.annotations.NullMarked;
