package dev.gatehouse.instance.partner.web;

import dev.gatehouse.instance.token.PartnerTokens;
import dev.gatehouse.model.partner.PartnerHeaders;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;

/// Puts the link at its path, behind its tokens, with small buffers: Tomcat keeps them for as long as a socket
/// is open.
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class PartnerWebConfiguration implements WebSocketConfigurer {

    private static final int MAX_MESSAGE_CHARS = 16 * 1024;
    private static final int MAX_BINARY_BYTES = 128;

    private final LinkHandler handler;

    PartnerWebConfiguration(LinkHandler handler) {
        this.handler = handler;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(handler, PartnerHeaders.LINK_PATH).addInterceptors(new NotesThePair());
    }

    @Bean
    static ServletServerContainerFactoryBean webSocketContainer() {
        var container = new ServletServerContainerFactoryBean();
        container.setMaxTextMessageBufferSize(MAX_MESSAGE_CHARS);
        container.setMaxBinaryMessageBufferSize(MAX_BINARY_BYTES);
        return container;
    }

    @Bean
    static FilterRegistrationBean<PartnerAuthentication> partnerAuthentication(
            PartnerTokens tokens, InstantSource time) {
        var filter = new FilterRegistrationBean<>(new PartnerAuthentication(tokens, time));
        filter.addUrlPatterns("/partner/*");
        return filter;
    }

    /// Carries the checked pair from the upgrade to the socket.
    private static final class NotesThePair implements HandshakeInterceptor {

        @Override
        public boolean beforeHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler handler,
                Map<String, Object> attributes) {
            HttpServletRequest servletRequest = ((ServletServerHttpRequest) request).getServletRequest();
            attributes.put(PartnerAuthentication.PAIR, PartnerAuthentication.pairOf(servletRequest));
            return true;
        }

        @Override
        public void afterHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler handler,
                @Nullable Exception failure) {
            // Nothing is left to do.
        }
    }
}
