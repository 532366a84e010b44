package dev.gatehouse.launcher.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.partner.PartnerClaims;
import dev.gatehouse.model.partner.PartnerKeys;
import dev.gatehouse.model.partner.PartnerSigningKey;
import dev.gatehouse.model.partner.PartnerTokenType;
import dev.gatehouse.model.partner.Verified;
import dev.gatehouse.model.partner.Verified.Accepted;
import dev.gatehouse.model.partner.Verified.Reason;
import dev.gatehouse.model.partner.Verified.Refused;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BadTicketsTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final PartnerSigningKey KEY = PartnerSigningKey.generate();
    private static final PartnerKeys KEYS = PartnerKeys.of(List.of(KEY), "gis");
    private static final String GOOD = KEY.sign(
            PartnerTokenType.TICKET,
            new PartnerClaims(
                    "gis",
                    "gatehouse:ticket",
                    "alice",
                    new GameId("goldrush"),
                    new InstanceId("gi-1"),
                    "ticket-1",
                    NOW.getEpochSecond(),
                    NOW.getEpochSecond(),
                    NOW.getEpochSecond() + 60));

    private final BadTickets bad = new BadTickets(KEY, () -> NOW);

    @Test
    void areBadForOneReasonEach() {
        assertThat(verify(GOOD)).isInstanceOf(Accepted.class);
        assertThat(verify(bad.expired(GOOD))).isEqualTo(new Refused(Reason.EXPIRED));
        assertThat(bad.forged(GOOD).stream().map(BadTicketsTest::verify))
                .containsExactly(
                        new Refused(Reason.UNKNOWN_KEY),
                        new Refused(Reason.BAD_SIGNATURE),
                        new Refused(Reason.WRONG_TYPE));
    }

    @Test
    void areGoodElsewhere() {
        assertThat(verify(bad.anothers(GOOD)))
                .isInstanceOfSatisfying(
                        Accepted.class,
                        accepted -> assertThat(accepted.claims().gi()).isEqualTo(new InstanceId("gi-another")));
    }

    private static Verified verify(String ticket) {
        return KEYS.verify(PartnerTokenType.TICKET, ticket, NOW);
    }
}
