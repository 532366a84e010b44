package dev.gatehouse.proxy.broken;

import dev.gatehouse.session.broken.SomeSession;
import java.util.function.LongSupplier;
import org.springframework.core.env.StandardEnvironment;

/// Breaks one rule per method, and one by its name.
final class SocketManager {

    LongSupplier readsTimeByReference() {
        return System::nanoTime;
    }

    String knowsAFramework() {
        return new StandardEnvironment().toString();
    }

    SomeSession usesAnotherService() {
        return new SomeSession("a");
    }

    void prints() {
        System.out.println("hello");
    }
}
