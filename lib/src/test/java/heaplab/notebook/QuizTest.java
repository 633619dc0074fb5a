package heaplab.notebook;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.alloc.FreeListExercise;
import heaplab.alloc.FreeListExercise.Step;
import heaplab.alloc.FreeListOptions;
import heaplab.alloc.FreeListSimulator.Chunk;
import heaplab.alloc.ListPlacement;
import heaplab.notebook.Quiz.Answers;
import heaplab.view.Bundle;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuizTest {
    private static final String README = "-S 100 -b 1000 -H 4 -a 4 -l ADDRSORT -p BEST -n 5 ";

    /** What somebody answers who does these steps. */
    private static Answers answers(List<Step> steps, int added) {
        SortedMap<Integer, Integer> returned = new TreeMap<>();
        for (Step step : steps)
            returned.put(returned.size(), step.skipped() ? 0 : step.returned(added));
        return new Answers(returned, steps.get(steps.size() - 1).freeList());
    }

    private static Answers right(FreeListExercise exercise) {
        return answers(exercise.solve(), exercise.options().headerBytes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-n 12 -r 20 -P 60",
                "-n 12 -r 20 -P 60 -H 4 -a 8 -C",
                "-n 12 -r 20 -P 60 -H 4 -a 8 -C -S 60 -b 0",
                "-n 12 -r 30 -P 60 -H 4 -a 4 -C -p FIRST -l INSERT-FRONT",
                "-n 12 -r 30 -P 60 -a 16 -C -p FIRST -l INSERT-BACK",
                "-n 12 -r 30 -P 60 -H 8 -C -p WORST -l SIZESORT-",
                "-n 12 -r 30 -P 60 -H 4 -p BEST -l SIZESORT+"
            })
    void everyMistakeThatMakesADifferenceIsDiagnosedAsItself(String options) {
        Set<String> different = new HashSet<>();
        for (int seed = 0; seed < 60; seed++) {
            FreeListExercise exercise = Quiz.of(options + " -s " + seed).exercise();
            for (Mistake mistake : Mistakes.of(exercise.options())) {
                Answers answers = answers(mistake.solve(exercise), mistake.added());
                if (answers.equals(right(exercise))) continue;
                different.add(mistake.what());
                List<String> found = diagnosed(exercise, answers);
                assertTrue(found.contains(mistake.what()), found + " for " + mistake.what());
            }
        }
        assertTrue(different.size() >= 8, different::toString);
    }

    private static List<String> diagnosed(FreeListExercise exercise, Answers answers) {
        int last = exercise.operations().size() - 1;
        return new Diagnosis(exercise, last, answers)
                .mistakes().stream().map(Mistake::what).toList();
    }

    /** In a list by address only that of sorting after a malloc cannot be told. */
    @Test
    void mostMistakesAreToldFromAllOthers() {
        Set<String> never = new TreeSet<>();
        Set<String> alone = new HashSet<>();
        for (int seed = 0; seed < 60; seed++) {
            FreeListExercise exercise =
                    Quiz.of("-n 12 -r 20 -P 60 -H 4 -a 8 -C -s " + seed).exercise();
            for (Mistake mistake : Mistakes.of(exercise.options())) {
                never.add(mistake.what());
                Answers answers = answers(mistake.solve(exercise), mistake.added());
                if (diagnosed(exercise, answers).equals(List.of(mistake.what())))
                    alone.add(mistake.what());
            }
        }
        never.removeAll(alone);
        assertEquals(Set.of("sorted the list after a malloc"), never);
    }

    @Test
    void rightAnswersAreNeverDiagnosed() {
        for (int seed = 0; seed < 100; seed++) {
            Quiz quiz = Quiz.of(seed);
            Answers right = right(quiz.exercise());
            assertDoesNotThrow(() -> quiz.check(right));
            assertEquals("all right", quiz.answer(right).text());
            right.returned()
                    .forEach((i, value) -> assertEquals(i + ": right", say(quiz, i, value)));
        }
    }

    private static String say(Quiz quiz, int operation, int value) {
        return quiz.answer(operation, value).text();
    }

    @Test
    void mistakesAreNamed() {
        assertNamed("forgot the header: each block takes 4 bytes more, and", "+3,+8", 1000, 1008);
        assertNamed("forgot the header: malloc returns the address", "+3,+8", 1000, 1012);
        assertNamed("forgot the header: each block takes 4 bytes more.", "+8,+8", 1004, 1012);
        assertNamed("rounded the address, not the size", "+3", 1008);
        assertNamed("added the header before rounding", "+5,+5,+5", 1004, 1020, 1036);
        assertNamed("did not round the size", "+5,+5", 1004, 1013);
        assertNamed("split off the wrong end", "+3,+3", 1092, 1080);
        assertNamed("did not coalesce", "+3,+3,-0,-1,+16", 1004, 1016, 0, 0, 1028);
        assertNamed("joined only forward", "+3,+3,-0,-1,+9", 1004, 1016, 0, 0, 1016);
        assertNamed("took the worst fit", "+3,+3,-0,+3", 1004, 1016, 0, 1028);
        int[] firstFit = {1004, 1024, 1036, 1048, 0, 0, 1004};
        assertNamed("took the first fit", "+16,+3,+3,+3,-0,-2,+3", firstFit);
    }

    @Test
    void twoMistakesWithTheSameAnswersAreBothNamed() {
        assertNamed("rounded the address, not the size", "+5,+5,+5", 1004, 1020, 1036);
        assertNamed("added the header before rounding", "+5,+5,+5", 1004, 1020, 1036);
        Quiz quiz = Quiz.of("-H 4 -a 8 -C -A +5,+5");
        String text = quiz.answer(Quiz.returned(1004, 1020).list("1025:75")).text();
        assertTrue(text.contains("You rounded the address") && !text.contains("Or:"), text);
    }

    /** In a heap of 100 bytes with headers of 4, sizes rounded up to 8, coalescing, best fit. */
    private static void assertNamed(String what, String list, int... returned) {
        Quiz quiz = Quiz.of("-H 4 -a 8 -C -A " + list);
        String text =
                assertThrows(CheckFailed.class, () -> quiz.check(Quiz.returned(returned)))
                        .getMessage();
        assertTrue(text.contains("You " + what), text);
    }

    @Test
    void otherWrongAnswersGetAHint() {
        Quiz quiz = Quiz.of("-H 4 -a 8 -C -A +3,+3,-0");
        assertEquals(
                "1  ptr[1] = malloc(3): found 1017, which is not it. The block takes 3 bytes,"
                        + " rounded up to 8, and 4 of header: 12. Which entry does best fit"
                        + " choose, and where does it begin? (No such entry: -1.)",
                quiz.answer(Quiz.returned(1004, 1017, 0)).text());
        assertEquals(
                "2  free(ptr[0]): found 1, which is not it. free returns 0, or -1 if no block"
                        + " starts there.",
                quiz.answer(Quiz.returned(1004, 1016, 1)).text());
        assertEquals(
                "list after 2  free(ptr[0]): found the empty list, which is not it. The list is"
                        + " kept by address; a freed block joins entries that it touches, if they"
                        + " are next to it in the list.",
                quiz.answer(Quiz.returned(1004, 1016, 0).list("")).text());
    }

    @Test
    void answersOneByOne() {
        Quiz quiz = Quiz.of("-H 4 -a 8 -C -A +8,+8,-0");
        assertEquals("0: right", say(quiz, 0, 1004));
        assertTrue(say(quiz, 1, 1012).contains("forgot the header: each"), say(quiz, 1, 1012));
        assertEquals("1: right", say(quiz, 1, 1016));
        assertEquals("2: right", say(quiz, 2, 0));
        assertTrue(quiz.answer("1000:12").text().contains("1000:12, which is not it"));
        assertEquals(
                "list after 2: right",
                quiz.answer("[ addr:1000 sz:12 ][ addr:1024 sz:76 ]").text());
        assertThrows(IllegalArgumentException.class, () -> quiz.answer(3, 0));
        assertThrows(IllegalArgumentException.class, () -> quiz.answer("1000"));
    }

    @Test
    void anUnfinishedAnswerIsSaidToBe() {
        Quiz quiz = Quiz.of(README + "-C");
        assertThrows(NotAnswered.class, () -> quiz.check(Quiz.returned()));
        assertEquals(
                "right so far; 3 of 5 operations are open",
                quiz.answer(Quiz.returned(1004, 0)).text());
        assertEquals(
                "right so far; the list after operation 4 is open: .list(\"address:bytes ...\")",
                quiz.answer(Quiz.returned(1004, 0, 1004, 0, 1004)).text());
        assertEquals(
                "found 6 answers, expected one for each of 5 operations",
                quiz.answer(Quiz.returned(1004, 0, 1004, 0, 1004, 0)).text());
    }

    @Test
    void theListMayBeAskedForElsewhere() {
        Quiz quiz = Quiz.of(README).askingForListAfter(1);
        Answers answers = Quiz.returned(1004, 0, 1012, 0, 1012);
        assertEquals("all right", quiz.answer(answers.list("1000:8 1008:92")).text());
        Answers coalesced = Quiz.returned(1004, 0, 1004, 0, 1004);
        assertTrue(
                quiz.answer(coalesced.list("1000:100"))
                        .text()
                        .contains("You coalesced: here entries that touch are not joined."));
        assertThrows(IllegalArgumentException.class, () -> quiz.askingForListAfter(5));
    }

    @Test
    void theSheetAsksAndDoesNotTell() {
        Bundle bundle = Quiz.of(README + "-C").bundle();
        assertEquals(
                """
                A heap of 100 bytes from address 1000 on; at the start all of it is one free entry.
                - A block is a header of 4 bytes and then the size, rounded up to a multiple of 4.
                - Best fit, of equal entries the first in the list; the block is the low end of its entry, the rest stays in the entry's place.
                - free puts the block into the list, which is kept by address; then neighbours in the list that touch in memory are joined.

                  0  ptr[0] = malloc(3)   returns ?
                  1  free(ptr[0])         returns ?
                  2  ptr[1] = malloc(5)   returns ?
                  3  free(ptr[1])         returns ?
                  4  ptr[2] = malloc(8)   returns ?   list ?

                malloc returns the address behind the block's header, or -1 if no entry is large enough; free returns 0.
                Answer with Quiz.returned(...), one number for each operation, and .list("address:bytes ...") for the list after operation 4.""",
                bundle.text());
        assertFalse(bundle.data().get(Bundle.HTML).toString().contains("1004"));
        assertTrue(Quiz.of(README).solution().bundle().text().contains("returns 1004"));
    }

    @Test
    void sameSeedSameQuiz() {
        assertEquals(Quiz.of(7).exercise(), Quiz.of(7).exercise());
        assertFalse(Quiz.of(7).exercise().equals(Quiz.of(8).exercise()));
        FreeListOptions worst = FreeListOptions.DEFAULTS.with(ListPlacement.WORST);
        assertEquals(worst, Quiz.of(7, worst).exercise().options());
    }

    @Test
    void whatAQuizCatches() {
        String text = Quiz.of("-H 4 -a 8 -A +3,+3").catches().text();
        assertTrue(text.startsWith("caught: forgot the header; rounded the address"), text);
        assertTrue(text.contains("not caught: coalesced; took the first fit"), text);
    }

    @Test
    void wrongOptionLinesAreRefused() {
        assertRefused("found -x, expected one of -s -S -b", "-n 5 -x 3");
        assertRefused("found -n at the end, expected its value", "-C -n");
        assertRefused("found -n five, expected a whole number", "-n five");
        assertRefused("found -s 1.5, expected a whole number", "-s 1.5");
        assertRefused("operation 1: found free(ptr[3]), expected a pointer", "-A +10,-3");
        assertRefused("0 operations: expected 1 or more", "-n 0");
    }

    private static void assertRefused(String message, String options) {
        String text =
                assertThrows(IllegalArgumentException.class, () -> Quiz.of(options)).getMessage();
        assertTrue(text.startsWith(message), text);
    }

    @Test
    void quizzesAreChecked() {
        Quiz quiz = Quiz.of(README + "-C");
        Answers right = Quiz.returned(1004, 0, 1004, 0, 1004).list("1012:88");
        Check.quiz(
                "quiz open",
                quiz,
                () -> {
                    throw new NotAnswered();
                });
        Check.quiz("quiz right", quiz, () -> right);
        Check.required("quiz right");
        assertThrows(CheckFailed.class, () -> Check.required("quiz open"));
        String text =
                assertThrows(
                                CheckFailed.class,
                                () ->
                                        Check.quiz(
                                                "quiz wrong",
                                                quiz,
                                                () -> Quiz.returned(1000, 0, 1000, 0, 1000)))
                        .getMessage();
        assertTrue(text.startsWith("Exercise quiz wrong: 0  ptr[0] = malloc(3): found 1000"), text);
    }

    @Test
    void listsAreReadInEitherSpelling() {
        List<Chunk> list = List.of(new Chunk(1000, 8), new Chunk(1020, 80));
        assertEquals(list, Quiz.returned().list("1000:8 1020:80").list());
        assertEquals(list, Quiz.returned().list("[ addr:1000 sz:8 ] [ addr:1020 sz:80 ]").list());
        assertEquals(List.of(), Quiz.returned().list("").list());
    }
}
