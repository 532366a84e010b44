package dev.gatehouse.instance.api.web;

import dev.gatehouse.instance.token.PartnerTokens;
import dev.gatehouse.instance.token.SigningKeys;
import dev.gatehouse.model.partner.PartnerHeaders;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Publishes the keys that partner tokens and tickets are signed with.
@RestController
class KeysController {

    private static final CacheControl CACHED =
            CacheControl.maxAge(SigningKeys.CACHED_FOR).cachePublic();

    private final PartnerTokens tokens;

    KeysController(PartnerTokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping(path = PartnerHeaders.KEYS_PATH)
    ResponseEntity<String> keys() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CACHED)
                .body(tokens.jwks());
    }
}
