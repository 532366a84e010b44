@NullMarked
package dev.gatehouse.provider;

import org.jspecify.annotations.NullMarked;
