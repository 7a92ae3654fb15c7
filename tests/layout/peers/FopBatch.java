import java.io.*;
import java.nio.file.*;
import javax.xml.transform.*;
import javax.xml.transform.sax.SAXResult;
import javax.xml.transform.stream.StreamSource;
import org.apache.fop.apps.*;

/** Lays many .fo files out in one process, for starting FOP takes longer than its work. Arguments: the configuration;
    standard input: lines of "source TAB pdf TAB where errors go". */
public class FopBatch {
    public static void main(String[] arguments) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] part = line.split("\t");
            File source = new File(part[0]);
            File pdf = new File(part[1]);
            try {
                FopConfParser parser = new FopConfParser(new File(arguments[0]), source.getAbsoluteFile().getParentFile().toURI());
                FopFactoryBuilder builder = parser.getFopFactoryBuilder();
                builder.setStrictFOValidation(false);
                FopFactory factory = builder.build();
                try (OutputStream out = new BufferedOutputStream(new FileOutputStream(pdf))) {
                    Fop fop = factory.newFop("application/pdf", out);
                    TransformerFactory.newInstance().newTransformer().transform(new StreamSource(source), new SAXResult(fop.getDefaultHandler()));
                }
            } catch (Throwable error) {
                pdf.delete();
                Files.writeString(Path.of(part[2]), String.valueOf(error) + "\n");
            }
            System.out.println(part[0]);
            System.out.flush();
        }
    }
}
