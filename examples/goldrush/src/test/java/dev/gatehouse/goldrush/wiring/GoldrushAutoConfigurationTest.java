package dev.gatehouse.goldrush.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.goldrush.player.Goldrush;
import dev.gatehouse.model.servercode.GameDefinition;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class GoldrushAutoConfigurationTest {

    @Test
    void contributesTheGame() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(GoldrushAutoConfiguration.class))
                .run(context -> assertThat(context.getBean(GameDefinition.class))
                        .returns(Goldrush.ID, GameDefinition::id)
                        .returns(Goldrush.MODEL, GameDefinition::model));
    }

    @Test
    void isFoundByItsNameInTheJar() {
        assertThat(ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader()))
                .contains(GoldrushAutoConfiguration.class.getName());
    }
}
