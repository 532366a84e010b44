package dev.gatehouse.proxy.wiring;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.token.ServiceToken;
import java.util.Base64;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// This process among the others.
///
/// @param node its name
/// @param serviceKey shared by all services of a deployment, in base64; at least 32 bytes
@ConfigurationProperties("gatehouse")
public record NodeProperties(
        @DefaultValue Node node, @DefaultValue("") String serviceKey) {

    /// @param id unique among the running processes
    public record Node(@DefaultValue("proxy-1") String id) {}

    public NodeProperties {
        if (Base64.getDecoder().decode(serviceKey).length < ServiceToken.MIN_KEY_BYTES) {
            throw new IllegalArgumentException(
                    "gatehouse.service-key: missing or too short (expected: base64 of at least "
                            + ServiceToken.MIN_KEY_BYTES + " bytes)");
        }
    }

    NodeId id() {
        return new NodeId(node.id());
    }

    byte[] key() {
        return Base64.getDecoder().decode(serviceKey);
    }

    /// Leaves out what must not be in a log.
    @Override
    public String toString() {
        return "NodeProperties[node=%s]".formatted(node.id());
    }
}
