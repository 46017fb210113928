package org.nafidha.procedures.internal;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.procedures.Diagram.Point;
import org.nafidha.procedures.internal.BpmnLayout.Bounds;
import org.nafidha.procedures.internal.BpmnModel.Kind;
import org.nafidha.procedures.internal.BpmnModel.Line;
import org.nafidha.procedures.internal.BpmnModel.Node;

/** Writes a model as BPMN 2.0 (OMG formal/2011-01-03) with its diagram interchange. It is for reading and drawing: no engine here runs it. */
final class BpmnXml {

	private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
	private static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
	private static final String DC = "http://www.omg.org/spec/DD/20100524/DC";
	private static final String LINES = "http://www.omg.org/spec/DD/20100524/DI";
	private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

	private final BpmnModel model;
	private final BpmnLayout layout;
	private final Locale locale;
	private final UnaryOperator<String> unit;
	private final StringWriter text = new StringWriter();

	BpmnXml(BpmnModel model, Locale locale, UnaryOperator<String> unit) {
		this.model = model;
		this.layout = new BpmnLayout(model);
		this.locale = locale;
		this.unit = unit;
	}

	String write() {
		try {
			XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
			xml.writeStartDocument("UTF-8", "1.0");
			start(xml, "definitions", "id", "definitions", "targetNamespace", "https://nafidha.org/procedures", "expressionLanguage",
					"https://www.omg.org/spec/DMN/20191111/FEEL/");
			xml.writeDefaultNamespace(BPMN);
			xml.writeNamespace("bpmndi", DI);
			xml.writeNamespace("dc", DC);
			xml.writeNamespace("di", LINES);
			xml.writeNamespace("xsi", INSTANCE);
			start(xml, "collaboration", "id", "collaboration");
			start(xml, "participant", "id", "pool", "name", model.procedure().name().in(locale), "processRef", "process");
			xml.writeEndElement();
			xml.writeEndElement();
			process(xml);
			drawing(xml);
			xml.writeEndElement();
			xml.writeEndDocument();
			return text.toString();
		} catch (XMLStreamException e) {
			throw new IllegalStateException("no XML could be written into memory", e);
		}
	}

	private void process(XMLStreamWriter xml) throws XMLStreamException {
		start(xml, "process", "id", "process", "name", model.procedure().id() + " " + model.procedure().version(), "isExecutable", "false");
		documentation(xml, model.procedure().summary().in(locale));
		start(xml, "laneSet", "id", "lanes");
		List<String> lanes = new ArrayList<>(layout.lanes().keySet());
		for (String lane : lanes) {
			start(xml, "lane", "id", "lane_" + lanes.indexOf(lane), "name", unit.apply(lane));
			for (Node node : model.nodes().values()) {
				if (node.lane().equals(lane)) {
					leaf(xml, "flowNodeRef", node.id());
				}
			}
			xml.writeEndElement();
		}
		xml.writeEndElement();
		for (Node node : model.nodes().values()) {
			node(xml, node);
		}
		for (int i = 0; i < model.lines().size(); i++) {
			line(xml, model.lines().get(i), i);
		}
		xml.writeEndElement();
	}

	private void node(XMLStreamWriter xml, Node node) throws XMLStreamException {
		String name = node.kind() == Kind.EXCLUSIVE && node.id().endsWith("-outcome") || node.kind() == Kind.BOUNDARY_TIMER
				? ""
				: node.name().in(locale);
		switch (node.kind()) {
			case START -> start(xml, "startEvent", "id", node.id(), "name", name);
			case END -> start(xml, "endEvent", "id", node.id(), "name", name);
			case USER_TASK -> start(xml, "userTask", "id", node.id(), "name", name);
			case RECEIVE_TASK -> start(xml, "receiveTask", "id", node.id(), "name", name);
			case SERVICE_TASK -> start(xml, "serviceTask", "id", node.id(), "name", name);
			case EXCLUSIVE -> start(xml, "exclusiveGateway", "id", node.id(), "name", name);
			case PARALLEL -> start(xml, "parallelGateway", "id", node.id(), "name", name);
			case INCLUSIVE -> start(xml, "inclusiveGateway", "id", node.id(), "name", name);
			case EVENT_BASED -> start(xml, "eventBasedGateway", "id", node.id(), "name", name);
			case CATCH_TIMER, CATCH_MESSAGE -> start(xml, "intermediateCatchEvent", "id", node.id(), "name", name);
			case BOUNDARY_TIMER -> start(xml, "boundaryEvent", "id", node.id(), "attachedToRef", Objects.requireNonNull(node.at()));
		}
		if (node.note() != null) {
			documentation(xml, node.note());
		}
		for (int i = 0; i < model.lines().size(); i++) {
			if (model.lines().get(i).to().equals(node.id())) {
				leaf(xml, "incoming", "line_" + i);
			}
		}
		for (int i = 0; i < model.lines().size(); i++) {
			if (model.lines().get(i).from().equals(node.id())) {
				leaf(xml, "outgoing", "line_" + i);
			}
		}
		if (node.kind() == Kind.CATCH_MESSAGE) {
			xml.writeEmptyElement("messageEventDefinition");
			xml.writeAttribute("id", node.id() + "-message");
		}
		if (node.term() != null) {
			start(xml, "timerEventDefinition", "id", node.id() + "-timer");
			formula(xml, node.term().matches("P[0-9]+D") ? "timeDuration" : "timeDate", node.term());
			xml.writeEndElement();
		}
		xml.writeEndElement();
	}

	private void line(XMLStreamWriter xml, Line line, int number) throws XMLStreamException {
		LocalizedText name = line.name();
		if (name == null) {
			start(xml, "sequenceFlow", "id", "line_" + number, "sourceRef", line.from(), "targetRef", line.to());
		} else {
			start(xml, "sequenceFlow", "id", "line_" + number, "name", name.in(locale), "sourceRef", line.from(), "targetRef", line.to());
		}
		if (line.condition() != null) {
			formula(xml, "conditionExpression", line.condition());
		}
		xml.writeEndElement();
	}

	private void drawing(XMLStreamWriter xml) throws XMLStreamException {
		xml.writeStartElement("bpmndi", "BPMNDiagram", DI);
		xml.writeAttribute("id", "drawing");
		xml.writeStartElement("bpmndi", "BPMNPlane", DI);
		xml.writeAttribute("id", "plane");
		xml.writeAttribute("bpmnElement", "collaboration");
		shape(xml, "pool", layout.pool(), true);
		List<String> lanes = new ArrayList<>(layout.lanes().keySet());
		for (String lane : lanes) {
			shape(xml, "lane_" + lanes.indexOf(lane), Objects.requireNonNull(layout.lanes().get(lane)), true);
		}
		for (Map.Entry<String, Bounds> node : layout.bounds().entrySet()) {
			shape(xml, node.getKey(), node.getValue(), false);
		}
		for (int i = 0; i < model.lines().size(); i++) {
			xml.writeStartElement("bpmndi", "BPMNEdge", DI);
			xml.writeAttribute("id", "line_" + i + "_di");
			xml.writeAttribute("bpmnElement", "line_" + i);
			for (Point point : layout.points(model.lines().get(i), i)) {
				xml.writeEmptyElement("di", "waypoint", LINES);
				xml.writeAttribute("x", Integer.toString(point.x()));
				xml.writeAttribute("y", Integer.toString(point.y()));
			}
			xml.writeEndElement();
		}
		xml.writeEndElement();
		xml.writeEndElement();
	}

	private static void shape(XMLStreamWriter xml, String element, Bounds bounds, boolean lane) throws XMLStreamException {
		xml.writeStartElement("bpmndi", "BPMNShape", DI);
		xml.writeAttribute("id", element + "_di");
		xml.writeAttribute("bpmnElement", element);
		if (lane) {
			xml.writeAttribute("isHorizontal", "true");
		}
		xml.writeEmptyElement("dc", "Bounds", DC);
		xml.writeAttribute("x", Integer.toString(bounds.x()));
		xml.writeAttribute("y", Integer.toString(bounds.y()));
		xml.writeAttribute("width", Integer.toString(bounds.width()));
		xml.writeAttribute("height", Integer.toString(bounds.height()));
		xml.writeEndElement();
	}

	private static void start(XMLStreamWriter xml, String name, String... attributes) throws XMLStreamException {
		xml.writeStartElement(name);
		for (int i = 0; i < attributes.length; i += 2) {
			xml.writeAttribute(attributes[i], attributes[i + 1]);
		}
	}

	private static void leaf(XMLStreamWriter xml, String name, String content) throws XMLStreamException {
		xml.writeStartElement(name);
		xml.writeCharacters(content);
		xml.writeEndElement();
	}

	private static void documentation(XMLStreamWriter xml, String words) throws XMLStreamException {
		leaf(xml, "documentation", words);
	}

	private static void formula(XMLStreamWriter xml, String name, String feel) throws XMLStreamException {
		xml.writeStartElement(name);
		xml.writeAttribute("xsi", INSTANCE, "type", "tFormalExpression");
		xml.writeCharacters(feel);
		xml.writeEndElement();
	}
}
