package dev.kulanz.decisions;

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

/** Reads DMN files, which come from outside: no DOCTYPE, so no foreign and no growing entities. */
final class DmnXml {

    /** DMN 1.3, the version that Camunda 7 and its Modeler write. */
    static final String NAMESPACE = "https://www.omg.org/spec/DMN/20191111/MODEL/";

    /** A table needs ten; readers that go down element by element overflow their stack on some thousands. */
    private static final String DEEPEST = "50";

    private static final DocumentBuilderFactory FACTORY = hardened();

    private DmnXml() {}

    private static DocumentBuilderFactory hardened() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        try {
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("This Java can't read XML safely", e);
        }
        factory.setAttribute("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", DEEPEST);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        factory.setNamespaceAware(true);
        return factory;
    }

    /** @throws SAXException if this is not well-formed XML, or has a DOCTYPE */
    static Document parse(String content) throws SAXException {
        try {
            DocumentBuilder builder;
            synchronized (FACTORY) {
                builder = FACTORY.newDocumentBuilder();
            }
            builder.setErrorHandler(new QuietHandler());
            String text = content.startsWith("\uFEFF") ? content.substring(1) : content;
            return builder.parse(new InputSource(new StringReader(text)));
        } catch (ParserConfigurationException | IOException e) {
            throw new SAXException(e);
        }
    }

    static List<Element> children(Node parent, String name) {
        return children(parent).stream()
                .filter(child -> name.equals(child.getLocalName()))
                .toList();
    }

    /** The child elements in the DMN namespace. */
    static List<Element> children(Node parent) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && NAMESPACE.equals(element.getNamespaceURI())) {
                found.add(element);
            }
        }
        return found;
    }

    static @Nullable Element child(Node parent, String name) {
        List<Element> found = children(parent, name);
        return found.isEmpty() ? null : found.get(0);
    }

    /** The content of the {@code <text>} child, trimmed; empty if there is none. */
    static String text(@Nullable Element parent) {
        Element text = parent == null ? null : child(parent, "text");
        return text == null ? "" : text.getTextContent().strip();
    }

    static @Nullable String attribute(Element element, String name) {
        String value = element.getAttribute(name).strip();
        return value.isEmpty() ? null : value;
    }

    /** The default one prints to standard error. */
    private static final class QuietHandler extends DefaultHandler {
        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
