package dev.gatehouse.launcher.simulator.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.partner.PartnerClaims;
import dev.gatehouse.model.partner.PartnerHeaders;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What a server shows when it opens its link.
///
/// @param game empty where it shows none
/// @param social empty where it shows none
public record TokenPair(String game, String social) {

    private static final JsonCodec<PartnerClaims> CLAIMS = JsonCodec.of(PartnerClaims.class);

    /// The instance that they are for, by their own word: whether they are good is for the service
    /// to say.
    Optional<InstanceId> instance() {
        return Stream.of(game, social)
                .map(TokenPair::claims)
                .flatMap(Optional::stream)
                .map(PartnerClaims::gi)
                .findFirst();
    }

    private static Optional<PartnerClaims> claims(String token) {
        var parts = token.split("\\.", -1);
        try {
            return parts.length == 3
                    ? Optional.of(
                            CLAIMS.decode(new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8)))
                    : Optional.empty();
        } catch (DecodeException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    static TokenPair of(HttpHead head) {
        var bearer = head.value("Authorization").filter(value -> value.startsWith("Bearer "));
        return new TokenPair(
                bearer.map(value -> value.substring("Bearer ".length())).orElse(""),
                head.value(PartnerHeaders.SOCIAL_TOKEN).orElse(""));
    }

    /// Leaves out what must not be in a log.
    @Override
    public String toString() {
        return "TokenPair[%08x]".formatted(Objects.hash(game, social));
    }
}
