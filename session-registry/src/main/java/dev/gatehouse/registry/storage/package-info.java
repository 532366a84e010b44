/// Whether Redis keeps what it is given: it is the only place where anything survives.
@NullMarked
package dev.gatehouse.registry.storage;

import org.jspecify.annotations.NullMarked;
