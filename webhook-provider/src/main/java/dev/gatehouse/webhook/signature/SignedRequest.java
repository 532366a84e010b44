package dev.gatehouse.webhook.signature;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/// A request, as far as it is signed: all of what it asks for.
///
/// @param target whole
/// @param body empty where there is none
public record SignedRequest(String method, URI target, String body) {

    static final String DIGEST = "content-digest";

    /// The names and values that the signature covers, in their order.
    Map<String, String> components() {
        var components = new LinkedHashMap<String, String>();
        components.put("@method", method);
        components.put("@authority", target.getRawAuthority());
        components.put("@path", target.getRawPath());
        components.put("@query", "?" + (target.getRawQuery() == null ? "" : target.getRawQuery()));
        components.put(DIGEST, SignatureBase.digest(body));
        return components;
    }
}
