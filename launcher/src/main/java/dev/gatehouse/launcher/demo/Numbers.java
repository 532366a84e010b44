package dev.gatehouse.launcher.demo;

import java.io.IOException;

/// What the operators' dashboards show of all this.
final class Numbers implements Chapter {

    @Override
    public String title() {
        return "What the metrics show";
    }

    @Override
    public void tell(Scene scene, Cast cast, Narrator narrator) throws IOException, InterruptedException {
        var proxy = metrics(scene, 0);
        show(narrator, proxy, "gatehouse_proxy_handshakes_total", 3, "result=\"started\"");
        show(narrator, proxy, "gatehouse_proxy_handshakes_total", 1, "result=\"resumed\"");
        show(narrator, proxy, "gatehouse_proxy_connections", 1);
        var session = metrics(scene, 1);
        show(narrator, session, "gatehouse_session_flushes_total", 3);
        show(narrator, session, "gatehouse_session_resumes_total", 1);
        var instance = metrics(scene, 2);
        show(narrator, instance, "gatehouse_instance_allocations_total", 2);
        show(narrator, instance, "gatehouse_instance_links_total", 2);
    }

    private static Metrics metrics(Scene scene, int service) throws IOException, InterruptedException {
        return new Metrics(scene.backend().text(scene.endpoints().metrics().get(service)));
    }

    private static void show(Narrator narrator, Metrics metrics, String name, int atLeast, String... labels) {
        double value = metrics.sum(name, labels);
        String shown = name + (labels.length == 0 ? "" : "{" + String.join(",", labels) + "}");
        narrator.check(value >= atLeast, "%s is at least %d (it is %s)".formatted(shown, atLeast, value));
        narrator.tell("%s %s".formatted(shown, value));
    }
}
