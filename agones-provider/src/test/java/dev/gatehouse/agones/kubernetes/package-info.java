@NullMarked
package dev.gatehouse.agones.kubernetes;

import org.jspecify.annotations.NullMarked;
