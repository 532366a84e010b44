@NullMarked
package dev.gatehouse.instance;

import org.jspecify.annotations.NullMarked;
