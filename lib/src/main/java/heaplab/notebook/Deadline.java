package heaplab.notebook;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs code that a student wrote and that may not end. Such code is left behind on a thread of its
 * own, since nothing in Java can stop it; the kernel goes on.
 */
final class Deadline {
    private static final int SECONDS = 3; // a few blocks take microseconds

    private Deadline() {}

    /**
     * What the code answers; what it throws is thrown.
     *
     * @throws CheckFailed when it does not end in time
     */
    static <T> T call(Callable<T> code) {
        FutureTask<T> task = new FutureTask<>(code);
        Thread thread = new Thread(task, "answer");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new CheckFailed(
                    "no end after %d seconds (restart the kernel: the loop goes on)"
                            .formatted(SECONDS));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException thrown) throw thrown;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CheckFailed("interrupted");
        }
    }
}
