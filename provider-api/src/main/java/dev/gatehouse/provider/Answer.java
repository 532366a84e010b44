package dev.gatehouse.provider;

/// What a provider says to an [Allocation]. That it is not known is a [ProviderException] instead.
public sealed interface Answer {

    /// The server is there or on its way.
    ///
    /// @param hostId see [RunningServer]
    record Given(String hostId) implements Answer {}

    /// There is no server under this id, and by this call there will be none: another provider may be asked.
    ///
    /// @param why for operators; holds no secrets
    record NoServer(String why) implements Answer {}
}
