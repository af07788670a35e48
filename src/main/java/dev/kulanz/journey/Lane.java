package dev.kulanz.journey;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Works off one kind of things on threads of its own, a bounded number at a time, while nobody waits for it. */
final class Lane<T> {

    /** Enough for each thread to go on until somebody looks again. */
    private static final int QUEUED_PER_THREAD = 25;

    private final int capacity;
    private final ThreadPoolExecutor threads;
    private final Set<T> taken = ConcurrentHashMap.newKeySet();

    Lane(String name, int threads) {
        this.capacity = threads * (1 + QUEUED_PER_THREAD);
        this.threads =
                new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, name);
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /**
     * Takes what is due and not taken yet, as long as there is room.
     *
     * @param due what is due, at most so many, the most urgent first
     * @param work never throws
     */
    void take(IntFunction<List<T>> due, Consumer<T> work) {
        if (threads.isShutdown() || taken.size() >= capacity) {
            return;
        }
        for (T one : due.apply(2 * capacity)) {
            if (taken.size() < capacity && taken.add(one)) {
                threads.execute(() -> done(one, work));
            }
        }
    }

    private void done(T one, Consumer<T> work) {
        try {
            work.accept(one);
        } finally {
            taken.remove(one);
        }
    }

    /** Begins nothing more. */
    void close() {
        threads.shutdown();
        threads.getQueue().clear(); // it stays due
    }

    /** Waits for what has begun; what takes longer is given up as lost once its lease is over. */
    boolean awaitEnd(Duration atMost) throws InterruptedException {
        return threads.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }
}
