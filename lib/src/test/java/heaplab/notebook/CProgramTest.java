package heaplab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.Heaps;
import heaplab.alloc.Checked;
import heaplab.heap.ListHeap;
import heaplab.policy.FirstFit;
import java.util.List;
import org.junit.jupiter.api.Test;

class CProgramTest {
    @Test
    void everyCallAnswersAsTheHeapDoes() {
        CProgram program =
                Lab.program(
                        Lab.heap("F64"),
                        "p = malloc(13)",
                        "q = malloc(0)",
                        "r = calloc(5, 4)",
                        "free(q)",
                        "p = realloc(p, 20)",
                        "b = sbrk(0)",
                        "malloc(100)");
        assertEquals(List.of("8", "NULL", "32", "", "8", "72", "NULL"), program.answers());
        String table = program.table().print();
        assertTrue(table.contains("A24 A24 F16"), table);
    }

    @Test
    void anIndexCountsIntsAndAPointerBytes() {
        ListHeap heap = Lab.heap("A24 F40");
        CProgram program =
                Lab.program(
                        heap,
                        "p = 8",
                        "p[2] = 7",
                        "q = p + 8",
                        "x = q[0]",
                        "n = 3 * 4",
                        "y = q[n]");
        assertEquals(7, program.value("x"));
        assertEquals(12, program.value("n"));
        assertEquals(heap.memory().word(16 + 48), program.value("y"));
    }

    @Test
    void aProductIsCutOffAt32BitsAsInC() {
        CProgram program = Lab.program(Lab.heap("F24"), "n = 65537 * 65536");
        assertEquals(65536, program.value("n"));
    }

    @Test
    void whatCheckedReportsIsTheAnswer() {
        Checked checked = new Checked(Heaps.recipe(new FirstFit()).heap());
        List<String> answers =
                Lab.program(checked, "p = malloc(20)", "free(p + 4)", "free(p)", "free(p)")
                        .answers();
        assertEquals(List.of("invalid free!", "", "double free!"), answers.subList(1, 4));
    }

    @Test
    void anAccessOutsideOfTheHeapIsAFaultOfTheProgram() {
        String answer = Lab.program(Lab.heap("F24"), "p = 2", "x = p[0]").answers().get(1);
        assertTrue(answer.startsWith("fault: address 2: expected a multiple of 4"), answer);
    }

    @Test
    void guessesStandBesideTheAnswersUnlessThereAreNone() {
        CProgram program = Lab.program(Lab.heap("F64"), "p = malloc(1)", "q = malloc(1)");
        assertFalse(program.guess(List.of("?", "?")).table().columnNames().contains("you said"));
        String table = program.guess(List.of("8", "9")).table().print();
        assertTrue(table.contains("8 ✓") && table.contains("9 ✗"), table);
    }

    @Test
    void aLineThatIsNotOfThisLanguageIsRefused() {
        ListHeap heap = Lab.heap("F64");
        String said = refusal(() -> Lab.program(heap, "p := malloc(3)"));
        assertEquals("\"p := malloc(3)\": expected a line like p = malloc(20) or p[2] = 7", said);
        assertTrue(
                refusal(() -> Lab.program(heap, "p = alloca(3)")).startsWith("alloca: expected"));
        assertTrue(refusal(() -> Lab.program(heap).value("p")).startsWith("found p, expected one"));
    }

    @Test
    void thePictureShowsValuesAndNames() {
        String text =
                Lab.program(Lab.heap("F24"), "p = malloc(8)", "p[1] = 5").draw().bundle().text();
        assertTrue(text.contains("|p: 0#### |5####### |"), text);
    }

    private static String refusal(org.junit.jupiter.api.function.Executable attempt) {
        return assertThrows(IllegalArgumentException.class, attempt).getMessage();
    }
}
