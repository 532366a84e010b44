/// When snapshots are due, and what is stored of them.
@NullMarked
package dev.gatehouse.session.snapshot;

import org.jspecify.annotations.NullMarked;
