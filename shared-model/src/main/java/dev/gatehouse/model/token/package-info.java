/// The tokens that the suite's services show each other. Not the players' or the operators' tokens, and nothing that
/// verifies one: that is the receiving service's.
@NullMarked
package dev.gatehouse.model.token;

import org.jspecify.annotations.NullMarked;
