package dev.kulanz.journey.model;

/** The file as a whole: names that agree, executable, and how long its history is kept. */
final class FileRule implements ModelRule {

    @Override
    public void check(ProcessModel model, Report report) {
        var process = model.process();
        if (!model.expectedId().equals(process.getId())) {
            report.add(
                    process,
                    "The process has the id “%s” but the file is called “%s”. Rename one of them: file name and id are the same."
                            .formatted(process.getId(), model.file()));
        }
        if (!process.isExecutable()) {
            report.add(process, "The process is not executable. Tick “Executable” in its properties.");
        }
        String kept = ProcessModel.camunda(process, "historyTimeToLive");
        if (kept.isEmpty()) {
            report.add(
                    process,
                    "The history time to live is missing. Enter how long the story of a finished case is kept, e.g. P3650D.");
        } else {
            KeepingTime.problem(kept).ifPresent(problem -> report.add(process, problem));
        }
    }
}
