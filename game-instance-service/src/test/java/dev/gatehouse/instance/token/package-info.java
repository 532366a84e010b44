@NullMarked
package dev.gatehouse.instance.token;

import org.jspecify.annotations.NullMarked;
