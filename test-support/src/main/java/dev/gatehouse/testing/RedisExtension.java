package dev.gatehouse.testing;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/// Gives tests a real Redis: one for the whole JVM, on a free port of 127.0.0.1, emptied before each class and before
/// each test is constructed: what a test starts in its fields must not find what another has left there, whose
/// addresses may be somebody else's by now. Either registered as a static field, whose [#port] a
/// `@DynamicPropertySource` can ask, or named by `@ExtendWith`, with a parameter of this type in the test's
/// constructor or methods.
///
/// Tests that stop a Redis or change its settings start a [LocalRedis] of their own.
public final class RedisExtension implements BeforeAllCallback, TestInstancePreConstructCallback, ParameterResolver {

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        SharedRedis.get().flushAll();
    }

    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext test, ExtensionContext context) throws Exception {
        SharedRedis.get().flushAll();
    }

    /// Starts the Redis if no test has needed it yet.
    public int port() {
        return SharedRedis.get().port();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RedisExtension.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return this;
    }
}
