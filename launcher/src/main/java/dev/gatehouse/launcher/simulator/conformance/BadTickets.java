package dev.gatehouse.launcher.simulator.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.partner.PartnerClaims;
import dev.gatehouse.model.partner.PartnerKeys;
import dev.gatehouse.model.partner.PartnerSigningKey;
import dev.gatehouse.model.partner.PartnerTokenType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;

/// Tickets like a good one, but for the one thing that makes them bad.
public final class BadTickets {

    /// Further off than clocks may be apart.
    private static final Duration AGO = Duration.ofMinutes(2);

    private static final InstanceId ANOTHER = new InstanceId("gi-another");

    private final PartnerSigningKey key;
    private final InstantSource time;

    /// @param key the service's own
    public BadTickets(PartnerSigningKey key, InstantSource time) {
        this.key = key;
        this.time = time;
    }

    /// By the service's key; its minute was over some time ago.
    String expired(String good) {
        var like = claims(good);
        long then = time.instant().minus(AGO).getEpochSecond();
        return key.sign(
                PartnerTokenType.TICKET,
                new PartnerClaims(
                        like.iss(),
                        like.aud(),
                        like.sub(),
                        like.gid(),
                        like.gi(),
                        "expired",
                        then,
                        then,
                        then + like.exp() - like.nbf()));
    }

    /// By the service's key; its player has a place in another instance.
    String anothers(String good) {
        return key.sign(PartnerTokenType.TICKET, like(claims(good), ANOTHER, "anothers"));
    }

    /// By a key of a name that the service does not know; by such a key under the name of the
    /// service's own; and by nobody.
    List<String> forged(String good) {
        var claims = like(claims(good), claims(good).gi(), "forged");
        return List.of(
                PartnerSigningKey.generate().sign(PartnerTokenType.TICKET, claims),
                namesake().sign(PartnerTokenType.TICKET, claims),
                unsigned(good));
    }

    private String unsigned(String good) {
        var header =
                "{\"alg\":\"none\",\"typ\":\"%s\",\"kid\":\"%s\"}".formatted(PartnerTokenType.TICKET.typ(), key.name());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(UTF_8)) + "."
                + good.split("\\.", -1)[1] + ".";
    }

    private PartnerSigningKey namesake() {
        try {
            var other = new ECKeyGenerator(Curve.P_256).keyID(key.name()).generate();
            return PartnerSigningKey.read(other.toJSONString()).getFirst();
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    private static PartnerClaims like(PartnerClaims good, InstanceId instance, String id) {
        return new PartnerClaims(
                good.iss(), good.aud(), good.sub(), good.gid(), instance, id, good.iat(), good.nbf(), good.exp());
    }

    private static PartnerClaims claims(String good) {
        try {
            return PartnerKeys.readUnchecked(good);
        } catch (DecodeException e) {
            throw new IllegalStateException("the service's own ticket cannot be read", e);
        }
    }
}
