package dev.gatehouse.instance.pool.web;

import dev.gatehouse.instance.pool.PoolKeys;
import dev.gatehouse.model.partner.PartnerHeaders;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/// Puts the pool servers' link at its path, behind the pools' keys.
@Configuration(proxyBeanMethods = false)
class PoolWebConfiguration implements WebSocketConfigurer {

    private final PoolHandler handler;
    private final PoolKeys keys;

    PoolWebConfiguration(PoolHandler handler, PoolKeys keys) {
        this.handler = handler;
        this.keys = keys;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(handler, PartnerHeaders.POOL_PATH).addInterceptors(new PoolAuthentication(keys));
    }
}
