/// The state machines that more than one module must agree on, as tables: legal moves and nothing
/// else. Drawn in docs/lifecycles.md. Who makes a move, and what follows from it, is the business of
/// the service or SDK that owns the thing.
@NullMarked
package dev.gatehouse.model.lifecycle;

import org.jspecify.annotations.NullMarked;
