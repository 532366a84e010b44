package dev.gatehouse.proxy.forwarded;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Load balancers in front of the proxy.
///
/// @param trusted the networks that they are in, such as `10.0.0.0/8`; none where clients connect directly
/// @param header where they say whom they forward for; what a client itself says in the other one counts for nothing
@ConfigurationProperties("gatehouse.proxy.forwarded")
public record ForwardedProperties(
        @DefaultValue List<String> trusted,
        @DefaultValue("x_forwarded_for") Header header) {

    /// A header that names a client's address.
    public enum Header {
        X_FORWARDED_FOR("X-Forwarded-For"),
        /// RFC 7239.
        FORWARDED("Forwarded");

        private final String headerName;

        Header(String headerName) {
            this.headerName = headerName;
        }

        public String headerName() {
            return headerName;
        }
    }

    public ForwardedProperties {
        trusted = List.copyOf(trusted);
        trusted.forEach(Network::of);
    }

    List<Network> networks() {
        return trusted.stream().map(Network::of).toList();
    }
}
