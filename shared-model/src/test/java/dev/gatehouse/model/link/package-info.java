@NullMarked
package dev.gatehouse.model.link;

import org.jspecify.annotations.NullMarked;
