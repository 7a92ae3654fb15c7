import java.io.*;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.*;

/** For check_peers.py: prints, for a stylesheet and two documents, the milliseconds of the first transformation from the
    start, of one of the first document warm, and of one of the second warm. */
public class SaxonBench {
    static Processor processor = new Processor(false);
    static XsltExecutable rules;

    static double once(String file) throws Exception {
        long begin = System.nanoTime();
        XsltTransformer transformer = rules.load();
        transformer.setSource(new StreamSource(new File(file)));
        transformer.setDestination(processor.newSerializer(new ByteArrayOutputStream()));
        transformer.transform();
        return (System.nanoTime() - begin) / 1e6;
    }

    public static void main(String[] arguments) throws Exception {
        long begin = java.lang.management.ManagementFactory.getRuntimeMXBean().getStartTime();
        rules = processor.newXsltCompiler().compile(new StreamSource(new File(arguments[0])));
        once(arguments[1]);
        System.out.println(System.currentTimeMillis() - begin);
        for (int i = 0; i < 400; i++) once(arguments[1]);
        double best = 0;
        for (int i = 0; i < 50; i++) best += once(arguments[1]);
        System.out.println(best / 50);
        for (int i = 0; i < 3; i++) once(arguments[2]);
        System.out.println(once(arguments[2]));
    }
}
