@NullMarked
package dev.gatehouse.instance.rules;

import org.jspecify.annotations.NullMarked;
