@NullMarked
package dev.gatehouse.proxy.refusal;

import org.jspecify.annotations.NullMarked;
