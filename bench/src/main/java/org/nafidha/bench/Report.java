package org.nafidha.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What was measured, for people as it comes and for programs at the end. */
final class Report {

	private final PrintStream out;
	private final Map<String, Object> conditions;
	private final List<Figure> figures = new ArrayList<>();

	Report(PrintStream out, Map<String, Object> conditions) {
		this.out = out;
		this.conditions = new LinkedHashMap<>(conditions);
		conditions.forEach((name, value) -> out.println("  " + name + ": " + value));
	}

	/** Says what is going on. */
	void say(String line) {
		out.println(line);
		out.flush();
	}

	void condition(String name, Object value) {
		if (conditions.put(name, value) == null) {
			say("  " + name + ": " + value);
		}
	}

	void add(Figure figure) {
		figures.add(figure);
		say(figure.line());
	}

	void write(Path file) throws IOException {
		List<Map<String, Object>> rows = figures.stream().map(f -> {
			Map<String, Object> row = new LinkedHashMap<>();
			row.put("group", f.group());
			row.put("name", f.name());
			row.put("unit", f.unit());
			row.put("median", f.median());
			row.put("least", f.least());
			row.put("most", f.most());
			row.put("repeats", f.repeats());
			return row;
		}).toList();
		byte[] json = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(Map.of("conditions", conditions, "figures", rows));
		Files.write(file, json);
	}
}
