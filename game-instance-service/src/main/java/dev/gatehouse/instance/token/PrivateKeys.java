package dev.gatehouse.instance.token;

import dev.gatehouse.model.partner.PartnerSigningKey;
import java.io.IOException;
import java.util.List;

/// Where the keys that sign are kept.
public interface PrivateKeys {

    /// All keys that are there now. Blocks.
    ///
    /// @throws IOException if they cannot be read, naming the place
    /// @throws IllegalArgumentException if what is there is no key; the text never holds any of it
    List<PartnerSigningKey> read() throws IOException;
}
