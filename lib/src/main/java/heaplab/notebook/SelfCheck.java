package heaplab.notebook;

import heaplab.trace.Datasets;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;

/** Whether everything a notebook needs is there: one line, and one more for each thing missing. */
final class SelfCheck {
    private static final int OLDEST_JAVA = 17;
    private static final long LEAST_MEMORY = 200L << 20; // bytes

    private SelfCheck() {}

    static String line() {
        List<String> problems = problems();
        String where =
                "Heap Lab %s · %s · Java %d · %d recordings"
                        .formatted(
                                version(),
                                KernelBridge.kernel(),
                                Runtime.version().feature(),
                                recordings());
        return problems.isEmpty()
                ? where + " · all well"
                : where + "\nTo mend:\n  " + String.join("\n  ", problems);
    }

    private static String version() {
        String version = SelfCheck.class.getPackage().getImplementationVersion();
        return version == null ? "(classes)" : version;
    }

    private static List<String> problems() {
        List<String> problems = new ArrayList<>();
        int java = Runtime.version().feature();
        if (java < OLDEST_JAVA)
            problems.add("Java " + java + ": expected " + OLDEST_JAVA + " or later");
        if (Runtime.getRuntime().maxMemory() < LEAST_MEMORY)
            problems.add("little memory: start the kernel with -Xmx512m");
        if (recordings() == 0)
            problems.add("no recordings: start the notebook inside the project's folder");
        if (!canWrite()) problems.add("no font: install fontconfig and fonts-dejavu-core");
        return problems;
    }

    private static int recordings() {
        return Datasets.directory().isEmpty() ? 0 : Datasets.names().size();
    }

    private static boolean canWrite() {
        try {
            return new Font(Font.SANS_SERIF, Font.PLAIN, 12).canDisplay('A');
        } catch (RuntimeException | LinkageError e) {
            return false;
        }
    }
}
