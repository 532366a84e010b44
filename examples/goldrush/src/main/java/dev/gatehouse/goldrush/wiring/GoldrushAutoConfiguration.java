package dev.gatehouse.goldrush.wiring;

import dev.gatehouse.goldrush.player.Goldrush;
import dev.gatehouse.goldrush.server.Doorkeeper;
import dev.gatehouse.goldrush.server.NewestOnly;
import dev.gatehouse.model.servercode.GameDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/// Contributes goldrush to the session-service.
@AutoConfiguration
public class GoldrushAutoConfiguration {

    @Bean
    GameDefinition goldrush() {
        return GameDefinition.of(Goldrush.ID, Goldrush.MODEL)
                .with(new NewestOnly())
                .with(new Doorkeeper());
    }
}
