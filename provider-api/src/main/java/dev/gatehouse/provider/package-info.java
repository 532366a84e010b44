/// How game servers are asked for, found and given back: what a hosting company, a fleet or a machine looks
/// like to game-instance-service. A provider is a jar with an auto-configuration that makes a
/// [GameServerProvider] bean; whether it keeps its promises is shown by the contract in `provider-kit`.
@NullMarked
package dev.gatehouse.provider;

import org.jspecify.annotations.NullMarked;
