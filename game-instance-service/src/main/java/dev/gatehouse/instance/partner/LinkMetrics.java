package dev.gatehouse.instance.partner;

import dev.gatehouse.model.partner.PartnerError;
import org.jspecify.annotations.Nullable;

/// Counts what game servers ask.
public interface LinkMetrics {

    /// @param refused absent where the server was linked
    void linked(@Nullable PartnerError refused);

    /// @param refused absent where the server has its instance
    void created(@Nullable PartnerError refused);

    /// A live link got its next pair of tokens.
    void refreshed();

    /// A live link was ended.
    void dismissed(PartnerError why);

    /// @param type the request's, such as `KeepAlive`
    void asked(String type, boolean ok);
}
