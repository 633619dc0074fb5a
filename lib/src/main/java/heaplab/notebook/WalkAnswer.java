package heaplab.notebook;

import heaplab.heap.ListHeap;
import heaplab.view.HeapPicture;
import java.util.function.ToIntFunction;

/** A walk that a student wrote, tried on several heaps. */
final class WalkAnswer {
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
        try {
            return "found " + Deadline.call(() -> answer.applyAsInt(heap));
        } catch (NotAnswered open) {
            throw open;
        } catch (CheckFailed late) {
            return late.getMessage();
        } catch (RuntimeException e) {
            return "it broke off with \"%s\"".formatted(e.getMessage());
        }
    }
}
