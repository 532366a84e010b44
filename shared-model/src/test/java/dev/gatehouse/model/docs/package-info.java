/// How tests find the repository's docs folder. The tests that compare a page live beside what they compare it with.
@NullMarked
package dev.gatehouse.model.docs;

import org.jspecify.annotations.NullMarked;
