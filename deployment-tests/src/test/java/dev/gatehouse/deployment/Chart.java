package dev.gatehouse.deployment;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The chart, rendered by Helm itself and read as the types that Kubernetes has.
final class Chart {

    static final Path FOLDER = Path.of("../helm/gatehouse");

    private static final Map<String, Object> REQUIRED = Map.of(
            "existingSecret", "gatehouse-keys",
            "tokens.issuers[0].issuer", "https://login.example.com",
            "tokens.issuers[0].jwks", "https://login.example.com/jwks.json",
            "operators.issuer", "https://staff.example.com",
            "operators.jwks", "https://staff.example.com/jwks.json");

    private static final KubernetesSerialization KUBERNETES = new KubernetesSerialization();

    /// With all that is required, and `values` besides.
    static List<HasMetadata> render(Map<String, Object> values) {
        String manifests = template(REQUIRED, values);
        return Stream.of(manifests.split("(?m)^---$"))
                .filter(text -> text.contains("kind:"))
                .map(text -> (HasMetadata) KUBERNETES.unmarshal(text))
                .toList();
    }

    static String template(Map<String, Object> required, Map<String, Object> more) {
        TemplateCommand command = new Helm(FOLDER)
                .template()
                .withName("play")
                .withNamespace("games")
                .withKubeVersion("v1.30.0");
        required.forEach(command::set);
        more.forEach(command::set);
        return command.call();
    }

    static <T extends HasMetadata> List<T> ofType(Class<T> type, List<HasMetadata> manifests) {
        return manifests.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /// That of one service.
    static <T extends HasMetadata> T named(Class<T> type, String service, List<HasMetadata> manifests) {
        return ofType(type, manifests).stream()
                .filter(manifest -> manifest.getMetadata().getName().equals("play-" + service))
                .findFirst()
                .orElseThrow();
    }

    private Chart() {}
}
