@NullMarked
package dev.gatehouse.instance.life;

import org.jspecify.annotations.NullMarked;
