import java.io.*;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.*;

/** Reads lines "stylesheet TAB document TAB result" and transforms each with Saxon; nothing is written where that fails. */
public class Peer {
    public static void main(String[] arguments) throws Exception {
        Processor processor = new Processor(false);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
        String stylesheet = null;
        XsltExecutable executable = null;
        for (String line; (line = lines.readLine()) != null;) {
            String[] names = line.split("\t");
            try {
                if (!names[0].equals(stylesheet)) {
                    stylesheet = names[0];
                    executable = null;
                    XsltCompiler compiler = processor.newXsltCompiler();
                    compiler.setErrorListener(new net.sf.saxon.lib.StandardErrorListener());
                    executable = compiler.compile(new StreamSource(new File(names[0])));
                }
                if (executable == null) continue;
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                XsltTransformer transformer = executable.load();
                transformer.setSource(new StreamSource(new File(names[1])));
                transformer.setDestination(processor.newSerializer(bytes));
                transformer.transform();
                try (FileOutputStream out = new FileOutputStream(names[2])) { out.write(bytes.toByteArray()); }
            } catch (Throwable error) {
                System.err.println(names[1] + ": " + error.getMessage());
            }
        }
    }
}
