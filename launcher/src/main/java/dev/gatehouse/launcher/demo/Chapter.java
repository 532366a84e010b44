package dev.gatehouse.launcher.demo;

import java.io.IOException;

/// One part of the story. Chapters are told in order, and a later one goes on with whom an earlier one left on the
/// stage.
interface Chapter {

    String title();

    /// @throws BrokenStoryException if something did not happen as told
    /// @throws IOException if a service cannot be reached
    void tell(Scene scene, Cast cast, Narrator narrator) throws IOException, InterruptedException;
}
