/// What one node makes of a load, over the real link and against a real Redis: each test prints its figures, which
/// `benchmarks/README.md` has. A build plays a short form, so that they cannot rot.
@NullMarked
package dev.gatehouse.session.load;

import org.jspecify.annotations.NullMarked;
