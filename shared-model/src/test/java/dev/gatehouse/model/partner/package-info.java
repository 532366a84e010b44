@NullMarked
package dev.gatehouse.model.partner;

import org.jspecify.annotations.NullMarked;
