package dev.kulanz.desk;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;

/**
 * Who reckons figures. Those that take long are reckoned one after the other, whatever page they are for: so most of the machine
 * is left to the pages that people wait for.
 */
@Component
class FigureWorkers {

    private static final int AT_ONCE = 2;

    private final ExecutorService quick = Executors.newFixedThreadPool(AT_ONCE, FigureWorkers::thread);
    private final ExecutorService slow = Executors.newSingleThreadExecutor(FigureWorkers::thread);

    /** For figures that somebody waits for. */
    Executor quick() {
        return quick;
    }

    /** For figures that are shown later. */
    Executor slow() {
        return slow;
    }

    /** Nothing is reckoned any more. */
    @PreDestroy
    void stop() {
        quick.shutdownNow();
        slow.shutdownNow();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "desk-figures");
        thread.setDaemon(true);
        return thread;
    }
}
