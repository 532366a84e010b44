package dev.gatehouse.instance.wiring;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.token.ServiceToken;
import java.util.Base64;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which node this is, and the key that all services share.
///
/// @param node names this node among its kind
/// @param serviceKey base64 of at least 32 bytes
@ConfigurationProperties("gatehouse")
public record NodeProperties(@DefaultValue Node node, String serviceKey) {

    /// @param id unique among all nodes of all services
    public record Node(@DefaultValue("game-instance-1") String id) {}

    public NodeProperties {
        int bytes = Base64.getDecoder().decode(serviceKey).length;
        if (bytes < ServiceToken.MIN_KEY_BYTES) {
            throw new IllegalArgumentException(
                    "serviceKey: " + bytes + " bytes (expected: at least " + ServiceToken.MIN_KEY_BYTES + ")");
        }
    }

    NodeId nodeId() {
        return new NodeId(node.id());
    }

    byte[] key() {
        return Base64.getDecoder().decode(serviceKey);
    }

    /// Leaves out what must not be in a log.
    @Override
    public String toString() {
        return "NodeProperties[node=%s]".formatted(node);
    }
}
