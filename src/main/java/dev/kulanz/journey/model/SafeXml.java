package dev.kulanz.journey.model;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML that comes from outside: no DOCTYPE, so no foreign and no growing entities. */
final class SafeXml {

    /** A model needs ten; what goes down element by element overflows its stack on some thousands. */
    private static final String DEEPEST = "50";

    private SafeXml() {}

    static Document read(String text) throws Unreadable {
        try {
            DocumentBuilder builder = hardened().newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler() {
                @Override
                public void fatalError(SAXParseException e) throws SAXException {
                    throw e;
                }
            });
            Document document = builder.parse(new InputSource(new StringReader(text)));
            if (document.getXmlEncoding() != null && !document.getXmlEncoding().equalsIgnoreCase("UTF-8")) {
                throw new Unreadable(
                        "The file says it is written in " + document.getXmlEncoding() + "; save it as UTF-8.");
            }
            return document;
        } catch (SAXParseException e) {
            throw new Unreadable("The file is not readable XML (line %d): %s".formatted(e.getLineNumber(), clause(e)));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new Unreadable("The file is not readable XML: " + clause(e));
        }
    }

    private static DocumentBuilderFactory hardened() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setAttribute("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", DEEPEST);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        factory.setNamespaceAware(true);
        return factory;
    }

    private static String clause(Exception e) {
        String message = String.valueOf(e.getMessage());
        if (message.startsWith("DOCTYPE")) {
            return "remove the DOCTYPE.";
        }
        return message.endsWith(".") ? message : message + ".";
    }

    /** This element and all below it, in document order. */
    static List<Element> walk(Element from) {
        List<Element> found = new ArrayList<>();
        collect(from, found);
        return found;
    }

    private static void collect(Element element, List<Element> found) {
        found.add(element);
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                collect(child, found);
            }
        }
    }

    /** The text directly in an element, without that of its children. */
    static String ownText(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(node.getNodeValue());
            }
        }
        return text.toString().strip();
    }

    static @Nullable String attribute(Element element, String name) {
        return element.hasAttribute(name) ? element.getAttribute(name) : null;
    }
}
