package dev.gatehouse.instance;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// Starts game-instance-service.
@SpringBootApplication
@ConfigurationPropertiesScan
public class GameInstanceApplication {

    public static void main(String[] args) {
        SpringApplication.run(GameInstanceApplication.class, args);
    }
}
