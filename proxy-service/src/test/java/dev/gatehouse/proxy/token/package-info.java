@NullMarked
package dev.gatehouse.proxy.token;

import org.jspecify.annotations.NullMarked;
