import java.io.*;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.*;

/** Reads lines "stylesheet TAB document TAB result" and transforms each with Saxon, or with the JDK's own XSLT 1.0 ("xsltc" as
 *  argument); nothing is written where that fails. */
public class Peer {
    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals("xsltc")) {
            with_xsltc();
            return;
        }
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

    static void with_xsltc() throws Exception {
        javax.xml.transform.TransformerFactory factory = javax.xml.transform.TransformerFactory.newDefaultInstance();
        factory.setAttribute("jdk.xml.xpathExprOpLimit", "0");
        factory.setAttribute("jdk.xml.xpathTotalOpLimit", "0");
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
        String stylesheet = null;
        javax.xml.transform.Templates templates = null;
        for (String line; (line = lines.readLine()) != null;) {
            String[] names = line.split("\t");
            try {
                if (!names[0].equals(stylesheet)) {
                    stylesheet = names[0];
                    templates = null;
                    templates = factory.newTemplates(new StreamSource(new File(names[0])));
                }
                if (templates == null) continue;
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                templates.newTransformer().transform(new StreamSource(new File(names[1])), new javax.xml.transform.stream.StreamResult(bytes));
                try (FileOutputStream out = new FileOutputStream(names[2])) { out.write(bytes.toByteArray()); }
            } catch (Throwable error) {
                System.err.println(names[1] + ": " + error.getMessage());
            }
        }
    }
}
