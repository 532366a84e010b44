package dev.gatehouse.webhook.signature;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// A request, as far as it is signed: all of what it asks for.
///
/// @param target whole
/// @param body empty where there is none
public record SignedRequest(String method, URI target, String body) {

    static final String DIGEST = "content-digest";

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /// The names and values that the signature covers, in their order.
    Map<String, String> components() {
        var components = new LinkedHashMap<String, String>();
        components.put("@method", method);
        components.put("@authority", authority());
        components.put("@path", target.getRawPath());
        components.put("@query", "?" + (target.getRawQuery() == null ? "" : target.getRawQuery()));
        components.put(DIGEST, SignatureBase.digest(body));
        return components;
    }

    /// As RFC 9421 has it: in lower case, without a port that goes without saying, and nothing of a user.
    private String authority() {
        var host = target.getHost().toLowerCase(Locale.ROOT);
        return target.getPort() == -1 || isDefaultPort() ? host : host + ":" + target.getPort();
    }

    private boolean isDefaultPort() {
        return target.getPort() == ("https".equalsIgnoreCase(target.getScheme()) ? HTTPS_PORT : HTTP_PORT);
    }
}
