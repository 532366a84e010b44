package dev.gatehouse.proxy.admission;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/// The settings of admission as a service would read them.
public final class AdmissionSettings {

    private static final String PREFIX = "gatehouse.proxy.admission";

    /// @param settings `name=value` over the defaults, without the prefix
    public static AdmissionProperties with(String... settings) {
        var source = new MapConfigurationPropertySource();
        for (var setting : settings) {
            var equals = setting.indexOf('=');
            source.put(PREFIX + "." + setting.substring(0, equals), setting.substring(equals + 1));
        }
        return new Binder(source).bindOrCreate(PREFIX, AdmissionProperties.class);
    }

    private AdmissionSettings() {}
}
