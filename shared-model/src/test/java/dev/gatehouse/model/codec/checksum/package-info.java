/// Tests of the checksum.
@NullMarked
package dev.gatehouse.model.codec.checksum;

import org.jspecify.annotations.NullMarked;
