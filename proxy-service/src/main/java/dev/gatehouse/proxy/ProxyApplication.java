package dev.gatehouse.proxy;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// The players' front door. The path of one connection:
///
/// 1. `connection.web.ConnectGate` looks at the upgrade request: origin, header, subprotocol.
/// 2. `connection.web.ClientSocketHandler` opens a conversation; `connection.Connection` decides every step of it.
/// 3. `handshake.Handshake` runs the checks in the order of the contract: `token`, `routing`, `device`, `registration`.
/// 4. `routing.Router` attaches the session at the node that hosts the player, over a `link`.
/// 5. From then on frames pass by, unread, until the socket, the link or the session ends.
@SpringBootApplication
@ConfigurationPropertiesScan
public class ProxyApplication {

    public static void main(String[] args) {
        SpringApplication.run(ProxyApplication.class, args);
    }
}
