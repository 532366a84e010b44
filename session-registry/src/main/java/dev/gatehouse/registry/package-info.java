/// The registry: what every node of the suite must agree on, kept in Redis. Who is connected where, who owns
/// which player, what that player did, which nodes live. The packages by feature hold the types and the ports;
/// their `redis` packages the scripts and adapters; `wiring` the beans. No decisions of a game, no sockets, and
/// no metrics are made here.
///
/// Everything answers with a `CompletionStage` within the command timeout. Stages complete on a thread of the
/// Redis client or of the JDK's timer: whoever goes on there must not block. A stage fails with
/// [RegistryUnavailableException] when Redis cannot be asked; any other failure is a bug. What blocks says so.
///
/// ## Keys
///
/// Keys that change together share a hash tag, so each script runs on one node of a cluster. Ids hold no slash
/// and no brace, so no two keys meet by accident. Times are milliseconds since 1970 by Redis' own clock.
///
/// ```text
/// gh:
/// ├── {d:<game>/<device key>}:
/// │   ├── sessions      hash    session id -> expires/connected at/recovering/player/proxy; gone with the last one
/// │   ├── turn          string  the newcomer that decides about the others; gone unless it ends its turn before
/// │   └── guest         string  the player id that this device plays as; kept
/// ├── {doc:<game>/<collection>/<key>}:
/// │   ├── document      hash    version, value, lately; kept, or gone seven days after it was deleted
/// │   └── channel       where each change is published; no key
/// ├── {g:<game>}:
/// │   ├── alive         zset    session id, by when its registration ends; gone with the last one
/// │   ├── connections   hash    session id -> player/proxy; gone with the last one
/// │   ├── instances     zset    instance id, by when it was added; gone two days after the last one
/// │   ├── rules         hash    version, body: what operators ruled; kept
/// │   ├── expelled      zset    kind/player id, by when its order is listed no more; gone with the last one
/// │   └── expulsions    hash    kind/player id -> an order to end sessions; gone with the last one
/// ├── {gi:<instance>}:
/// │   ├── instance      hash    state, version, body; gone two days after its last change
/// │   ├── link          string  the live link of its server; gone unless renewed
/// │   ├── heard         string  there while its server was heard lately: its run
/// │   └── ticket/<token id>
/// │                     string  the one use of the ticket; gone after the ticket itself
/// ├── {gs:<game server>}:
/// │   └── offspring     zset    id of a live instance that comes from it, by when it was counted;
/// │                             gone with the last one, or two days after one was counted
/// ├── {p:<game>/<player>}:
/// │   ├── lease         hash    node, nonce, expires, epoch, kept (nonce/number of the last write of a session);
/// │   │                         kept, because an epoch must not start again; that of an unauthenticated session gone
/// │   │                         an hour after its owner
/// │   ├── snapshot      hash    index, bytes; kept
/// │   ├── standing      hash    version, until, ban: the highest logic version played, and a ban; kept
/// │   ├── journal       list    entries index + 1 onwards; kept
/// │   ├── desyncs       hash    id -> what is known of a desync; gone fourteen days after the last one
/// │   ├── instances     zset    instance id, by the version of it that the player's seat was taken on; gone with the
/// │   │                         seat, or two days after the last one
/// │   └── sessions      hash    session id -> what another node needs; gone a while after its owner
/// ├── {pool:<pool>}:                            all gone an hour after the last node with this pool
/// │   ├── heard         zset    pool server, by when its last report ends
/// │   ├── records       hash    pool server -> run link address places; gone with that report
/// │   ├── free          zset    pool server, by its free places; those with a link
/// │   ├── placed        zset    pool server/game server, all of one score, to be found by their beginning
/// │   ├── game-servers  hash    game server -> pool server/instance; gone with its place
/// │   └── reserved      zset    game server, by when its reservation lapses; those that no pool server has named
/// ├── {t:<game>/group/<group>}, {t:<game>/user/<player>}, {t:<game>/all}:
/// │   ├── position      hash    first, last: numbers of the topic's entries; gone ten minutes after its last use
/// │   ├── log           list    its last entries; gone as well
/// │   ├── members       hash    session id -> player/node; gone as well, or with the last one
/// │   ├── said          hash    session id -> the number of the last it said; gone half an hour after that
/// │   ├── speakers      zset    session id, by when it last spoke; gone as well
/// │   └── channel       where each entry is published; no key
/// ├── {host:<digest of a provider and what its host calls a server>}:
/// │   └── instance      string  the instance id that the server is bound to; for two days
/// ├── {instances}:
/// │   └── look-at       zset    instance id, by when a node is to look at it
/// └── {nodes}:
///     ├── alive         zset    node id, by when its announcement expires
///     ├── ruled-games   zset    id of a game with a say in its instances, by when the last announcement ends that says
///     │                         so; kept until a node hosts the game without
///     └── records       hash    node id -> how to reach it
/// ```
///
/// ## Adding a script
///
/// 1. Put the key into the tree above and into `RegistryKeys`, with the tag of the keys it changes with.
/// 2. Write `verb-noun.lua` beside its package in `src/main/resources`. Its head says what it does, then one
///    line per key and argument (`-- KEYS[1]  hash  ...`, `-- ARGV[2..]  bytes  ...`) and what it returns; a
///    test compares the head with the code. It touches only its KEYS, asks Redis' `TIME` and never the
///    caller's, keeps to commands of Redis 6.2, does the same when run twice (the client sends it again after a
///    lost connection), and always returns an array.
/// 3. Write one class `VerbNoun` that makes the `ScriptCall`: keys, arguments in order, and how the reply is
///    read.
/// 4. Run it with `Scripts`, several at once with `Scripts.runAll`, and test it against a real Redis in
///    `VerbNounIT`, and once more in `RegistryOnClusterIT`.
@NullMarked
package dev.gatehouse.registry;

import org.jspecify.annotations.NullMarked;
