package dev.gatehouse.benchmarks.hotpath;

import dev.gatehouse.benchmarks.hotpath.Estate.Worker;
import gatehouse.benchmarks.EstateOuterClass;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/// Estates between our records and generated messages, as a game would write it that used both.
final class Generated {

    static EstateOuterClass.Estate of(Estate estate) {
        var message = EstateOuterClass.Estate.newBuilder()
                .setOwner(estate.owner())
                .setGold(estate.gold())
                .setLevel(estate.level())
                .setNews(estate.news())
                .putAllStores(estate.stores());
        for (var worker : estate.workers()) {
            message.addWorkers(EstateOuterClass.Estate.Worker.newBuilder()
                    .setId(worker.id())
                    .setName(worker.name())
                    .setSkill(worker.skill())
                    .setMood(worker.mood())
                    .setResting(worker.resting())
                    .addAllTools(worker.tools()));
        }
        return message.build();
    }

    static Estate toRecord(EstateOuterClass.Estate message) {
        var workers = message.getWorkersList().stream()
                .map(worker -> new Worker(
                        worker.getId(),
                        worker.getName(),
                        worker.getSkill(),
                        worker.getMood(),
                        worker.getResting(),
                        TreePVector.from(worker.getToolsList())))
                .toList();
        return new Estate(
                message.getOwner(),
                message.getGold(),
                message.getLevel(),
                message.getNews(),
                TreePMap.from(message.getStoresMap()),
                TreePVector.from(workers));
    }

    private Generated() {}
}
