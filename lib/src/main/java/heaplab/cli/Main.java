package heaplab.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line over the library: {@code java -jar heaplab.jar}. */
@Command(
        name = "heaplab",
        description = "Simulated heaps, recorded traces and what they show.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
public final class Main {
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    /** The version of the jar, or {@code development} when run from classes. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"heaplab " + (version == null ? "development" : version)};
        }
    }
}
