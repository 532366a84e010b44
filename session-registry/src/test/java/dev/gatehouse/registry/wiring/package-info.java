/// The beans that Boot makes.
@NullMarked
package dev.gatehouse.registry.wiring;

import org.jspecify.annotations.NullMarked;
