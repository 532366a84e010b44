package dev.gatehouse.launcher.process;

import dev.gatehouse.launcher.settings.Folders;
import dev.gatehouse.launcher.settings.JavaCommand;
import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/// The services' jars, each taken apart once, however many processes of it start at the same time.
public final class Apps {

    private final Folders folders;
    private final JavaCommand java;
    private final ConcurrentMap<String, ReentrantLock> turns = new ConcurrentHashMap<>();

    public Apps(Folders folders, JavaCommand java) {
        this.folders = folders;
        this.java = java;
    }

    /// Blocks while another thread takes the same one apart.
    ExtractedApp of(String module) throws IOException {
        ReentrantLock turn = turns.computeIfAbsent(module, _ -> new ReentrantLock());
        turn.lock();
        try {
            return ExtractedApp.of(module, folders, java);
        } finally {
            turn.unlock();
        }
    }

    Folders folders() {
        return folders;
    }

    JavaCommand java() {
        return java;
    }
}
