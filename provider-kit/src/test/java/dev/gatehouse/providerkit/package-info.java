@NullMarked
package dev.gatehouse.providerkit;

import org.jspecify.annotations.NullMarked;
