package dev.gatehouse.launcher.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatehouse.model.id.PlayerId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstructionTest {

    private static final PlayerId ALICE = new PlayerId("alice");
    private static final PlayerId BOB = new PlayerId("bob");

    @Test
    void readsEachOfThem() {
        assertThat(Instruction.parse("allocate")).isEqualTo(new Instruction.Allocate(List.of()));
        assertThat(Instruction.parse("  allocate alice  bob alice "))
                .isEqualTo(new Instruction.Allocate(List.of(ALICE, BOB)));
        assertThat(Instruction.parse("add 1 bob")).isEqualTo(new Instruction.Add("1", BOB));
        assertThat(Instruction.parse("remove gi-1 bob")).isEqualTo(new Instruction.Remove("gi-1", BOB));
        assertThat(Instruction.parse("ticket 2 alice")).isEqualTo(new Instruction.Ticket("2", ALICE));
        assertThat(Instruction.parse("drain 1")).isEqualTo(new Instruction.Drain("1", Duration.ofSeconds(60)));
        assertThat(Instruction.parse("drain 1 5")).isEqualTo(new Instruction.Drain("1", Duration.ofSeconds(5)));
        assertThat(Instruction.parse("end 1")).isEqualTo(new Instruction.End("1"));
        assertThat(Instruction.parse("kill 1")).isEqualTo(new Instruction.Kill("1"));
        assertThat(Instruction.parse("lose-link 1")).isEqualTo(new Instruction.LoseLink("1", Duration.ZERO));
        assertThat(Instruction.parse("lose-link 1 3")).isEqualTo(new Instruction.LoseLink("1", Duration.ofSeconds(3)));
        assertThat(Instruction.parse("status")).isEqualTo(new Instruction.Status());
        assertThat(Instruction.parse("help")).isEqualTo(new Instruction.Help());
        assertThat(Instruction.parse("quit")).isEqualTo(new Instruction.Quit());
    }

    @ParameterizedTest
    @CsvSource({
        "restart 1, restart: no such command (help lists them)",
        "add 1, usage: add INSTANCE PLAYER",
        "add 1 bob carol, usage: add INSTANCE PLAYER",
        "drain, usage: drain INSTANCE [SECONDS]",
        "drain 1 soon, seconds: soon (expected: 1 to 86400)",
        "drain 1 0, seconds: 0 (expected: 1 to 86400)",
        "drain 1 86401, seconds: 86401 (expected: 1 to 86400)",
        "lose-link 1 -1, seconds: -1 (expected: 0 to 3600)",
        "status 1, usage: status",
    })
    void saysWhatMakesNoSense(String line, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Instruction.parse(line))
                .withMessage(message);
    }
}
