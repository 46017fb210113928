package org.nafidha.procedures.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nafidha.procedures.Finding;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A YAML text as a tree of which every node's line is known. It works on the parser's nodes instead of Jackson's YAML
 * tokens because those do not tell an empty value from a key without a colon, which is how an unquoted comma shows.
 */
final class YamlSource {

	/** Longer than any procedure; YAML's own bombs (aliases) are refused altogether. */
	private static final int MAX_CHARACTERS = 300_000;
	/** Lists and groups within each other, far more than a procedure needs: a tree too deep would overflow the stack of whoever reads it. */
	private static final int MOST_LEVELS = 40;
	private static final LoadSettings SETTINGS = LoadSettings.builder().setCodePointLimit(MAX_CHARACTERS).setMaxAliasesForCollections(0).build();

	private final JsonNodeFactory json = JsonNodeFactory.instance;
	private final Map<String, Integer> lines = new HashMap<>();
	private final List<Finding> findings = new ArrayList<>();
	private JsonNode root = json.missingNode();

	/** Code points, as the parser counts them. */
	private final int[] characters;

	private YamlSource(String text) {
		this.characters = text.codePoints().toArray();
	}

	static YamlSource read(String text) {
		YamlSource source = new YamlSource(text);
		try {
			Optional<Mark> deep = mayBeDeep(text) ? tooDeep(text) : Optional.empty();
			if (deep.isPresent()) {
				source.findings.add(Findings.language("yaml.deep", "", "most", MOST_LEVELS).atLine(deep.get().getLine() + 1));
				return source;
			}
			Optional<Node> node = new Compose(SETTINGS).composeString(text);
			source.root = node.map(n -> source.convert(n, "")).orElseGet(() -> source.json.missingNode());
			if (node.isEmpty()) {
				source.findings.add(Findings.language("yaml.empty", ""));
			}
		} catch (MarkedYamlEngineException e) {
			int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
			source.findings.add(YamlProblems.finding(String.valueOf(e.getProblem())).atLine(line));
		} catch (YamlEngineException e) {
			source.findings.add(Findings.language("yaml.syntax", "", "problem", String.valueOf(e.getMessage())));
		}
		return source;
	}

	/** Cheap, and true rather too often: brackets in quotes count, too. */
	private static boolean mayBeDeep(String text) {
		int open = 0;
		int indent = 0;
		boolean begins = true;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			open += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
			begins = c == '\n' || begins && " -?\t".indexOf(c) >= 0;
			indent = c == '\n' || !begins ? 0 : indent + 1;
			if (open > MOST_LEVELS || indent > MOST_LEVELS) {
				return true;
			}
		}
		return false;
	}

	/** Where the text goes deeper than it may. The parser's events are read one by one, while whoever makes a tree of them goes as deep as it. */
	private static Optional<Mark> tooDeep(String text) {
		int levels = 0;
		for (Event event : new Parse(SETTINGS).parseString(text)) {
			levels += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
			if (levels > MOST_LEVELS) {
				return event.getStartMark();
			}
		}
		return Optional.empty();
	}

	JsonNode root() {
		return root;
	}

	/** What is wrong with the text as YAML. */
	List<Finding> findings() {
		return List.copyOf(findings);
	}

	/** The line of the node or, when there is none (a missing key), of the nearest node around it. */
	int line(String path) {
		String at = path;
		while (!lines.containsKey(at) && !at.isEmpty()) {
			at = at.substring(0, at.lastIndexOf('/'));
		}
		return lines.getOrDefault(at, 0);
	}

	/** The finding with its line filled in from its path. */
	Finding located(Finding finding) {
		return finding.line() > 0 ? finding : finding.atLine(line(finding.path()));
	}

	static String child(String path, String key) {
		return path + "/" + key.replace("~", "~0").replace("/", "~1");
	}

	private JsonNode convert(Node node, String path) {
		lines.putIfAbsent(path, lineOf(node));
		if (node.getAnchor().isPresent()) {
			findings.add(Findings.language("yaml.anchor", path).atLine(lineOf(node)));
			return json.missingNode();
		}
		return switch (node) {
			case MappingNode mapping -> mapping(mapping, path);
			case SequenceNode sequence -> sequence(sequence, path);
			case ScalarNode scalar -> scalar(scalar);
			default -> throw new IllegalStateException("YAML node " + node.getNodeType());
		};
	}

	private JsonNode mapping(MappingNode node, String path) {
		ObjectNode object = json.objectNode();
		for (NodeTuple entry : node.getValue()) {
			if (!(entry.getKeyNode() instanceof ScalarNode key)) {
				findings.add(Findings.language("yaml.key", path).atLine(lineOf(entry.getKeyNode())));
				continue;
			}
			String name = key.getValue();
			if (cutByComma(node, key, entry.getValueNode())) {
				findings.add(Findings.language("yaml.comma", path, "rest", name).atLine(lineOf(key)));
			} else if (object.has(name)) {
				findings.add(Findings.language("yaml.duplicate", child(path, name), "key", name).atLine(lineOf(key)));
			} else {
				lines.put(child(path, name), lineOf(key));
				object.set(name, convert(entry.getValueNode(), child(path, name)));
			}
		}
		return object;
	}

	/** In {@code { ar: one, two, en: x }} the parser sees a key "two" without a colon or value. */
	private boolean cutByComma(MappingNode around, ScalarNode key, Node value) {
		if (around.getFlowStyle() != FlowStyle.FLOW || !(value instanceof ScalarNode scalar) || !scalar.getValue().isEmpty()) {
			return false;
		}
		int after = key.getEndMark().map(Mark::getIndex).orElse(characters.length);
		while (after < characters.length && Character.isWhitespace(characters[after])) {
			after++;
		}
		return after < characters.length && characters[after] != ':';
	}

	private JsonNode sequence(SequenceNode node, String path) {
		ArrayNode array = json.arrayNode();
		for (Node item : node.getValue()) {
			array.add(convert(item, path + "/" + array.size()));
		}
		return array;
	}

	private JsonNode scalar(ScalarNode node) {
		String value = node.getValue();
		if (Tag.NULL.equals(node.getTag())) {
			return json.nullNode();
		}
		if (Tag.BOOL.equals(node.getTag())) {
			return json.booleanNode(Boolean.parseBoolean(value));
		}
		if ((Tag.INT.equals(node.getTag()) || Tag.FLOAT.equals(node.getTag())) && value.matches("-?[0-9]{1,15}(\\.[0-9]{1,6})?")) {
			return value.contains(".") ? json.numberNode(new BigDecimal(value)) : json.numberNode(Long.parseLong(value));
		}
		return json.stringNode(value);
	}

	private static int lineOf(Node node) {
		return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
	}
}
