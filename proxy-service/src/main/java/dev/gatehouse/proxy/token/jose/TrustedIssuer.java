package dev.gatehouse.proxy.token.jose;

import com.nimbusds.jose.jwk.JWK;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.proxy.token.IssuerKeys;
import dev.gatehouse.proxy.token.SigningAlgorithm;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One who may sign player tokens.
///
/// @param name what its tokens say in `iss`
/// @param demands what its tokens must be like
/// @param keys its public keys
public record TrustedIssuer(String name, Demands demands, IssuerKeys<JWK> keys) {

    /// What is demanded of an issuer's tokens, whatever they say themselves.
    ///
    /// @param audience what they must say in `aud`
    /// @param games the only games that they are good for; absent for every game
    /// @param algorithms what they may be signed with
    /// @param types what they may say in `typ`, where they say anything there
    public record Demands(
            String audience, @Nullable Set<GameId> games, Set<SigningAlgorithm> algorithms, List<String> types) {

        private static final String MEDIA = "application/";

        public Demands {
            games = games == null ? null : Set.copyOf(games);
            algorithms = Set.copyOf(algorithms);
            types = List.copyOf(types);
        }

        /// Any of our algorithms, any game, and the types of ordinary tokens.
        public static Demands usual(String audience) {
            return new Demands(audience, null, Set.of(SigningAlgorithm.values()), List.of("JWT", "at+jwt"));
        }

        // RFC 7515, 4.1.9: case does not count, and the media type's first half may be left out.
        boolean takesType(@Nullable String type) {
            if (type == null) {
                return true;
            }
            var bare = type.regionMatches(true, 0, MEDIA, 0, MEDIA.length()) ? type.substring(MEDIA.length()) : type;
            return types.stream().anyMatch(bare::equalsIgnoreCase);
        }
    }
}
