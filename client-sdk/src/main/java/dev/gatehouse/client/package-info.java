/// For the people who write a game's client: one call to
/// [dev.gatehouse.client.GatehouseClient#connect], one [dev.gatehouse.client.ClientSession] that
/// survives lost sockets, and the player's model, changed at once and kept equal to the server's.
/// Needs the JDK and shared-model only. How bytes travel is `transport`'s.
///
/// ```java
/// var client = GatehouseClient.create(System::nanoTime, RandomGenerator.getDefault());
/// var session = client.connect(settings, new ClientGame<>(Goldrush.ID, Goldrush.MODEL), listener);
/// session.started().get(30, SECONDS);
/// session.run(new DigGold(3));
/// session.flush().get(5, SECONDS);
/// ```
@NullMarked
package dev.gatehouse.client;

import org.jspecify.annotations.NullMarked;
