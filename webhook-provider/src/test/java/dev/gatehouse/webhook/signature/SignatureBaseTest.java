package dev.gatehouse.webhook.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

class SignatureBaseTest {

    /// `test-shared-secret` of RFC 9421, appendix B.1.5.
    private static final byte[] KEY = Base64.getDecoder()
            .decode("uzvJfB4u3N0Jy4T7NZ75MDVcr8zSTInedJtkgcu46YW4XByzNJjxBdtjUkdJPBtbmHhIDi6pcl8jsasjlTMtDQ==");

    @Test
    void signsAsTheExampleOfTheRfc() {
        var components = new LinkedHashMap<String, String>();
        components.put("date", "Tue, 20 Apr 2021 02:07:55 GMT");
        components.put("@authority", "example.com");
        components.put("content-type", "application/json");
        var base = new SignatureBase(components, ";created=1618884473;keyid=\"test-shared-secret\"");

        assertThat(base.input())
                .isEqualTo("(\"date\" \"@authority\" \"content-type\")"
                        + ";created=1618884473;keyid=\"test-shared-secret\"");
        assertThat(Base64.getEncoder().encodeToString(base.sign(KEY)))
                .isEqualTo("pxcQw6G3AjtMBQjwo8XzkZf/bws5LelbaMk5rGIGtE8=");
    }

    /// The example of RFC 9530, appendix B.1.
    @Test
    void digestsAsTheExampleOfTheRfc() {
        assertThat(SignatureBase.digest("{\"hello\": \"world\"}\n"))
                .isEqualTo("sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:");
    }
}
