package dev.gatehouse.gameserver;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// How the environment is read that game servers and pool servers are started with.
final class PartnerEnvironment {

    static URI url(Map<String, String> environment) {
        return URI.create(read(environment, "GATEHOUSE_PARTNER_URL"));
    }

    /// @throws IllegalArgumentException if no link can be opened there
    static void checkUrl(URI partnerUrl) {
        var scheme = String.valueOf(partnerUrl.getScheme());
        if (!scheme.equals("ws") && !scheme.equals("wss")) {
            throw new IllegalArgumentException("partnerUrl: " + partnerUrl + " (expected: ws:// or wss://)");
        }
    }

    /// Like [#read].
    static int number(Map<String, String> environment, String name) {
        var value = read(environment, name);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: a whole number)", e);
        }
    }

    /// The value of `name`, or what the file holds that `name` with `_FILE` names.
    ///
    /// @throws IllegalArgumentException where there is neither; never with a value in its text
    static String read(Map<String, String> environment, String name) {
        var value = environment.get(name);
        var file = environment.get(name + "_FILE");
        if (value == null && file != null) {
            try {
                value = Files.readString(Path.of(file)).strip();
            } catch (IOException e) {
                throw new IllegalArgumentException(name + "_FILE: " + file + " (expected: a file that can be read)", e);
            }
        }
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException(
                    name + ": absent (expected: it or " + name + "_FILE in the environment)");
        }
        return value;
    }

    private PartnerEnvironment() {}
}
