package dev.gatehouse.instance.partner.web;

import dev.gatehouse.instance.token.PartnerTokens;
import dev.gatehouse.instance.token.PartnerTokens.Pair;
import dev.gatehouse.instance.token.PartnerTokens.PairCheck;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.partner.GameServerAnswer.Failure;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.partner.PartnerHeaders;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets a request to `/partner` through only with a good pair of tokens, and notes whose it is. The tokens
/// themselves go no further than this.
public final class PartnerAuthentication extends OncePerRequestFilter {

    static final String PAIR = PartnerAuthentication.class.getName() + ".pair";

    private static final Logger LOG = LoggerFactory.getLogger(PartnerAuthentication.class);
    private static final String BEARER = "Bearer ";
    private static final JsonCodec<Failure> FAILURE = JsonCodec.of(Failure.class);

    private final PartnerTokens tokens;
    private final InstantSource time;

    public PartnerAuthentication(PartnerTokens tokens, InstantSource time) {
        this.tokens = tokens;
        this.time = time;
    }

    /// Whose request this is.
    static Pair pairOf(HttpServletRequest request) {
        if (request.getAttribute(PAIR) instanceof Pair pair) {
            return pair;
        }
        throw new IllegalStateException("a request to /partner came past its filter");
    }

    /// A pool server shows its pool's key instead, which its own check looks at.
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getServletPath().equals(PartnerHeaders.POOL_PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var social = only(request, PartnerHeaders.SOCIAL_TOKEN);
        var bearer = only(request, "Authorization");
        var game = bearer != null && bearer.startsWith(BEARER) ? bearer.substring(BEARER.length()) : null;
        switch (tokens.checkPair(social, game, time.instant())) {
            case PairCheck.Good(var pair) -> {
                request.setAttribute(PAIR, pair);
                chain.doFilter(request, response);
            }
            case PairCheck.Bad(var why) -> {
                LOG.warn("a request to {} was refused: {}", request.getServletPath(), why.code());
                refuse(response, why);
            }
        }
    }

    private static void refuse(HttpServletResponse response, PartnerError why) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setContentType("application/json");
        response.setHeader("WWW-Authenticate", "Bearer");
        response.getOutputStream().write(FAILURE.encodeToUtf8(Failure.of(why)));
    }

    /// The header's value, where it is there exactly once.
    private static @Nullable String only(HttpServletRequest request, String header) {
        var values = Collections.list(request.getHeaders(header));
        return values.size() == 1 ? values.getFirst() : null;
    }
}
