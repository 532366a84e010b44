/// Groups: who may join, leave and close is the game's decision, who is a member is the registry's. Knows no shards
/// and no sockets.
@NullMarked
package dev.gatehouse.session.group;

import org.jspecify.annotations.NullMarked;
