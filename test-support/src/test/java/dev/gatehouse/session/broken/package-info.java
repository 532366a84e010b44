/// A sample in another service, for samples in the first one to use against the rules.
@NullMarked
package dev.gatehouse.session.broken;

import org.jspecify.annotations.NullMarked;
