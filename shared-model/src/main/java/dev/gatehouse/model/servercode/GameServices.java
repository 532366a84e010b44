package dev.gatehouse.model.servercode;

/// What the suite does for a game's server code. Handed to the game once, when its node starts. Safe for use by
/// several threads.
public interface GameServices {

    Clients clients();

    PlayerModels players();

    Events events();

    Groups groups();

    Documents documents();

    Instances instances();
}
