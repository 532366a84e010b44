/// What diggers do together, and the server code behind it: gold is weighed in public, the richest are on a board, and
/// one meets in the saloon.
@NullMarked
package dev.gatehouse.goldrush.town;

import org.jspecify.annotations.NullMarked;
