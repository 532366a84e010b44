@NullMarked
package dev.gatehouse.proxy.token.jose;

import org.jspecify.annotations.NullMarked;
