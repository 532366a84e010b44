/// Calls in both directions. [dev.gatehouse.session.rpc.ServerCalls] runs what clients call, one after
/// the other for each session, with deadlines and cancellation;
/// [dev.gatehouse.session.rpc.ClientCalls] calls clients. Arguments are bound before any code of a
/// game runs. Knows no shards and no sockets: a session is a [dev.gatehouse.session.session.Peer].
@NullMarked
package dev.gatehouse.session.rpc;

import org.jspecify.annotations.NullMarked;
