package dev.gatehouse.goldrush.wiring;

import dev.gatehouse.goldrush.player.Goldrush;
import dev.gatehouse.goldrush.server.Doorkeeper;
import dev.gatehouse.goldrush.server.MineRules;
import dev.gatehouse.goldrush.server.NewestOnly;
import dev.gatehouse.goldrush.town.Assayer;
import dev.gatehouse.goldrush.town.Saloon;
import dev.gatehouse.model.servercode.DocumentPolicy;
import dev.gatehouse.model.servercode.GameDefinition;
import dev.gatehouse.model.servercode.GameServices;
import dev.gatehouse.model.servercode.ServerCode;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/// Contributes goldrush to the session-service.
@AutoConfiguration
public class GoldrushAutoConfiguration {

    @Bean
    GameDefinition goldrush() {
        return GameDefinition.of(Goldrush.ID, Goldrush.MODEL)
                .with(new NewestOnly())
                .with(new Doorkeeper())
                .withInstanceRules(new MineRules())
                .withServerCode(GoldrushAutoConfiguration::serverCode);
    }

    private static ServerCode serverCode(GameServices services) {
        var saloon = new Saloon();
        return ServerCode.NONE
                .rpc(new Assayer(services))
                .group(Saloon.NAME, saloon)
                .events(saloon)
                .documents("boards", DocumentPolicy.EVERYBODY);
    }
}
