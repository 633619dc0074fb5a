package heaplab.jar;

import heaplab.notebook.Sources;
import heaplab.view.Bundle;
import heaplab.view.HtmlTable;
import heaplab.view.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import javax.imageio.ImageIO;
import org.dflib.jjava.jupyter.Extension;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import tech.tablesaw.aggregate.AggregateFunctions;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What {@link JarIT} runs in a JVM that has only the jar: each line it prints is a fact. */
public final class JarProbe {
    private JarProbe() {}

    public static void main(String[] args) throws IOException {
        table(Path.of(args[0]));
        chart();
        for (Extension extension : ServiceLoader.load(Extension.class)) {
            say("extension", extension.getClass().getName());
        }
        say("source", Sources.of(Picture.class).bundle().text().contains("interface Picture"));
    }

    /** The file has letters beyond ASCII, so that Tablesaw has to ask for its charset. */
    private static void table(Path folder) throws IOException {
        File file = folder.resolve("fits.csv").toFile();
        Table.create(
                        StringColumn.create("fit", "größte", "kleinste", "größte"),
                        IntColumn.create("visits", 3, 4, 5),
                        DoubleColumn.create("utilization", 0.5, 0.25, 0.75))
                .write()
                .csv(file);
        say("written", Files.readString(file.toPath()).lines().count());
        Table read = Table.read().csv(file);
        say("types", read.types());
        say("first", read.row(0).getString("fit"));
        say("sorted", read.sortDescendingOn("visits").intColumn("visits").asList());
        say("groups", read.summarize("visits", AggregateFunctions.sum).by("fit").rowCount());
        say("joined", read.joinOn("fit").inner(true, read.copy()).rowCount());
        say("filtered", read.where(read.doubleColumn("utilization").isLessThan(0.6)).rowCount());
        say("crossed", read.xTabCounts("fit", "visits").rowCount());
        say("dates", DateColumn.create("d").size());
        say("html", HtmlTable.of(read).data().containsKey(Bundle.HTML));
    }

    private static void chart() throws IOException {
        XYChart chart = new XYChartBuilder().width(800).height(400).title("heap").build();
        chart.addSeries("bytes", new double[] {0, 1, 2}, new double[] {16, 32, 24});
        BufferedImage image = BitmapEncoder.getBufferedImage(chart);
        Bundle bundle = Bundle.of(image, "text", "alt").vega(Map.of("mark", "line"));
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(bundle.png()));
        say("chart", read.getWidth() + "x" + read.getHeight());
    }

    private static void say(String name, Object fact) {
        System.out.println(name + " " + fact);
    }
}
