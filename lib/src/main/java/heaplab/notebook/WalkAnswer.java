package heaplab.notebook;

import heaplab.heap.ListHeap;
import heaplab.view.HeapPicture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToIntFunction;

/**
 * A walk that a student wrote, tried on several heaps. One that does not end is left behind on a
 * thread of its own, since nothing in Java can stop it; the kernel goes on.
 */
final class WalkAnswer {
    private static final int SECONDS = 3; // a walk over a few blocks takes microseconds

    private final ToIntFunction<ListHeap> answer;
    private final ToIntFunction<ListHeap> expected;

    WalkAnswer(ToIntFunction<ListHeap> answer, ToIntFunction<ListHeap> expected) {
        this.answer = answer;
        this.expected = expected;
    }

    /** One that is wrong is shown the heap. */
    void tryOn(ListHeap heap, String hint) {
        int wanted = expected.applyAsInt(heap);
        HeapPicture before = HeapPicture.of(heap).hops();
        String found = found(heap);
        if (found.equals("found " + wanted)) return;
        Display.show(before.titled("%s: %s".formatted(heap.recipe().tags(), heap)));
        throw new CheckFailed(
                "%s, expected %d in the heap %s, %s. %s"
                        .formatted(found, wanted, heap, heap.recipe().tags(), hint));
    }

    private String found(ListHeap heap) {
        FutureTask<Integer> task = new FutureTask<>(() -> answer.applyAsInt(heap));
        Thread thread = new Thread(task, "answer");
        thread.setDaemon(true);
        thread.start();
        try {
            return "found " + task.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return "no end after %d seconds (restart the kernel: the loop goes on)"
                    .formatted(SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof NotAnswered open) throw open;
            return "it broke off with \"%s\"".formatted(e.getCause().getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CheckFailed("interrupted");
        }
    }
}
