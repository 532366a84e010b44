package dev.gatehouse.providerkit;

/// What providers get wrong.
enum Mistake {
    /// Starts a server without looking for the one that is there.
    DOUBLES,
    /// Mints tokens before it knows that a server will start: the one that runs has old ones.
    MINTS_TOO_EARLY,
    /// Starts a server before it knows that it is still wanted.
    STARTS_UNWANTED,
    /// Remembers a server when the reply is there, and knows of no other.
    BELIEVES_ITS_OWN_BOOK,
    /// Calls a server what the one before was called.
    CALLS_TWO_THE_SAME,
    /// Starts servers that do not know how to link.
    FORGETS_THE_ENVIRONMENT,
    /// Starts more than there is room for.
    OVERCOMMITS,
    /// Says that it does not know where it knows that there is no room.
    FAILS_WHERE_IT_IS_FULL,
    /// Takes it for a failure that what is to go is gone.
    FAILS_WHERE_NOTHING_IS_LEFT,
    /// Says that a server is gone that it has not stopped.
    STOPS_NOTHING,
    /// Stops whichever server came first.
    STOPS_ANOTHER_ONE,
    /// Waits for replies for as long as it takes.
    WAITS_FOR_EVER,
    /// Does not let itself be interrupted.
    GOES_ON_WHEN_INTERRUPTED,
    /// Says that there is nothing where it was interrupted before it knew.
    ANSWERS_WHEN_INTERRUPTED,
    /// Writes what it sent into what it reports.
    TELLS_SECRETS
}
