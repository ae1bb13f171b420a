import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.heideltime.standalone.POSTagger;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.SimpleDateFormat;

/**
 * HeidelTime without a tagger over a list of texts, in one process.
 *
 * Arguments: config.props, NEWS or NARRATIVES, a list with a line "YYYY-MM-DD TEXT-FILE OUTPUT-FILE" for each text.
 */
public class HeidelTimeLoop {
    public static void main(String[] arguments) throws Exception {
        DocumentType type = DocumentType.valueOf(arguments[1]);
        HeidelTimeStandalone tagger = new HeidelTimeStandalone(
            Language.ENGLISH, type, OutputType.TIMEML, arguments[0], POSTagger.NO, true);
        SimpleDateFormat day = new SimpleDateFormat("yyyy-MM-dd");
        for (String line : Files.readAllLines(Path.of(arguments[2]))) {
            String[] parts = line.split(" ");
            String text = Files.readString(Path.of(parts[1]));
            Files.writeString(Path.of(parts[2]), tagger.process(text, day.parse(parts[0])));
        }
    }
}
