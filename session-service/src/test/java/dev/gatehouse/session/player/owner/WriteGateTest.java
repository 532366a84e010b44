package dev.gatehouse.session.player.owner;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.session.player.bench.PlayersBench;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WriteGateTest {

    private final WriteGate gate =
            new WriteGate(new Lease(PlayersBench.player("alice"), PlayersBench.SELF, "nonce", 1), 1);
    private final List<String> shown = new ArrayList<>();

    @Test
    void showsWhatAnEffectAsksForBehindTheEffectsThatWereThereBefore() {
        gate.add(ByteString.copyFromUtf8("entry"));
        gate.afterwards(
                () -> {
                    shown.add("first");
                    gate.afterwards(() -> shown.add("third"), () -> {});
                },
                () -> {});
        gate.afterwards(() -> shown.add("second"), () -> {});

        gate.take();
        gate.open(Runnable::run);

        assertThat(shown).containsExactly("first", "second", "third");
    }

    @Test
    void holdsWhatWaitsForNothingAndWhatComesBehindIt() {
        gate.hold(() -> shown.add("first"), () -> {});
        gate.afterwards(() -> shown.add("second"), () -> {});
        assertThat(gate.isEmpty()).isFalse();
        assertThat(shown).isEmpty();

        gate.open(Runnable::run);

        assertThat(gate.isEmpty()).isTrue();
        assertThat(shown).containsExactly("first", "second");
    }

    @Test
    void showsAtOnceWhatWaitsForNothing() {
        gate.afterwards(() -> shown.add("at once"), () -> {});

        assertThat(shown).containsExactly("at once");
    }
}
