package dev.gatehouse.instance.allocation;

/// What came of asking a provider for a server.
sealed interface Reply {

    /// There is one.
    record Server(String hostId) implements Reply {}

    /// There is none, and by this call there will be none.
    ///
    /// @param why for operators
    record None(String why) implements Reply {}

    /// It was not asked, as too many calls to it are under way.
    ///
    /// @param why for operators
    record Crowded(String why) implements Reply {}

    /// There may be one, now or later.
    ///
    /// @param why for operators
    record Unknown(String why) implements Reply {}
}
