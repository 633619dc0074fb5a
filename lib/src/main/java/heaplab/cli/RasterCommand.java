package heaplab.cli;

import heaplab.metrics.Contestant;
import heaplab.trace.Lifetimes;
import heaplab.trace.Trace;
import heaplab.view.Progress;
import heaplab.view.Raster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws every block of a trace as a rectangle of addresses and time, a panel for each recipe. */
@Command(
        name = "raster",
        description =
                "Draws every block of a trace as a rectangle of addresses and time, a panel for"
                        + " each recipe, into a PNG file.",
        mixinStandardHelpOptions = true)
final class RasterCommand implements Runnable {
    @Mixin private TraceArgument trace;

    @Mixin private RecipesArgument recipes;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "The PNG file to write.")
    private Path output;

    @Override
    public void run() {
        Raster raster = raster(trace.load());
        try {
            Files.write(output, raster.bundle().png());
        } catch (IOException e) {
            throw new UncheckedIOException(output + ": cannot be written", e);
        }
    }

    private Raster raster(Trace operations) {
        Raster raster = Raster.of(operations);
        List<Contestant> contestants = recipes.contestants();
        long total = (long) operations.operations() * contestants.size();
        try (Progress progress = TerminalLine.progress("drawing " + operations.name(), total)) {
            for (int i = 0; i < contestants.size(); i++) {
                long before = (long) i * operations.operations();
                Contestant contestant = contestants.get(i);
                raster.panel(
                        contestant.name().replace('-', ' ').replace("/", " · "),
                        Lifetimes.of(
                                operations,
                                contestant.heap().get(),
                                done -> progress.accept(before + done)));
            }
        }
        return raster;
    }
}
