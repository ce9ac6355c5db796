import java.io.FileInputStream;
import java.io.InputStream;
import java.util.*;
import java.util.logging.*;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.*;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.*;
import org.verapdf.pdfa.validation.profiles.*;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Validates PDF files against veraPDF's profiles and prints one line for each file and profile, and one for each rule
 *  that failed. The profiles are read here because the library's own reader wants JAXB, which may be missing. */
public class Verify {
    private static final Map<PDFAFlavour, String> PROFILES = new LinkedHashMap<>();
    static {
        PROFILES.put(PDFAFlavour.PDFA_3_A, "PDFA-3A.xml");
        PROFILES.put(PDFAFlavour.PDFUA_1, "PDFUA-1.xml");
    }

    public static void main(String[] names) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        for (String name : names) {
            for (Map.Entry<PDFAFlavour, String> entry : PROFILES.entrySet()) {
                print(name, entry.getKey(), validate(name, entry.getKey(), profile(entry.getKey(), entry.getValue())));
            }
        }
    }

    private static ValidationResult validate(String name, PDFAFlavour flavour, ValidationProfile profile) throws Exception {
        try (InputStream data = new FileInputStream(name);
             PDFAParser parser = Foundries.defaultInstance().createParser(data, flavour);
             PDFAValidator validator = ValidatorFactory.createValidator(profile, 100000, false, true, false)) {
            return validator.validate(parser);
        }
    }

    private static void print(String name, PDFAFlavour flavour, ValidationResult result) {
        Map<String, Integer> failed = new TreeMap<>();
        Map<String, String> first = new TreeMap<>();
        for (TestAssertion found : result.getTestAssertions()) {
            if (found.getStatus() != TestAssertion.Status.FAILED) continue;
            String rule = found.getRuleId().getClause() + "-" + found.getRuleId().getTestNumber();
            failed.merge(rule, 1, Integer::sum);
            first.putIfAbsent(rule, found.getMessage() + " | " + found.getLocation().getContext());
        }
        String state = result.isCompliant() ? "compliant" : "failed";
        System.out.println(String.join("\t", "FILE", name, flavour.getId(), state, "" + result.getTotalAssertions()));
        failed.forEach((rule, count) -> System.out.println(String.join("\t", "RULE", rule, "" + count, first.get(rule))));
    }

    private static ValidationProfile profile(PDFAFlavour flavour, String file) throws Exception {
        Element root;
        try (InputStream data = PDFAValidator.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + file)) {
            root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(data).getDocumentElement();
        }
        Set<Rule> rules = new LinkedHashSet<>();
        for (Element rule : all(root, "rule")) rules.add(rule(rule));
        Set<Variable> variables = new LinkedHashSet<>();
        for (Element it : all(root, "variable")) {
            variables.add(Profiles.variableFromValues(
                it.getAttribute("name"), it.getAttribute("object"), text(it, "defaultValue"), text(it, "value")));
        }
        ProfileDetails details = Profiles.profileDetailsFromValues(file, file, "veraPDF Consortium", new Date(0));
        return Profiles.profileFromValues(flavour, details, "", rules, variables);
    }

    private static Rule rule(Element it) {
        Element id = all(it, "id").get(0);
        RuleId name = Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber")));
        Boolean deferred = it.hasAttribute("deferred") ? Boolean.valueOf(it.getAttribute("deferred")) : null;
        ErrorDetails error = Profiles.errorFromValues(text(it, "message"), List.of());
        return Profiles.ruleFromValues(name, it.getAttribute("object"), deferred, it.getAttribute("tags"),
            text(it, "description"), text(it, "test"), error, List.of());
    }

    private static List<Element> all(Element root, String name) {
        NodeList found = root.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int at = 0; at < found.getLength(); at++) elements.add((Element) found.item(at));
        return elements;
    }

    private static String text(Element root, String name) {
        return all(root, name).get(0).getTextContent();
    }
}
