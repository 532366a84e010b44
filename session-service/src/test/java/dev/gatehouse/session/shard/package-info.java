/// Tests of the shards: threads and storage are moved by hand.
@NullMarked
package dev.gatehouse.session.shard;

import org.jspecify.annotations.NullMarked;
