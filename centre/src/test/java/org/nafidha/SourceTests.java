package org.nafidha;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What only the sources show: lengths, left-behind markers, and whose tables a module's SQL names. */
class SourceTests {

	private static final int METHOD_LINES = 70;
	private static final int FILE_LINES = 300;
	private static final Path TOP = Path.of("..").toAbsolutePath().normalize();
	private static final Path CENTRE = TOP.resolve("centre/src/main");
	private static final Pattern STATEMENT = Pattern.compile("^\\s*(?:select|insert|update|delete|with|merge|copy|lock|create|truncate|call)\\b",
			Pattern.CASE_INSENSITIVE);

	private static List<Path> mainSources = List.of();
	private static Set<String> schemas = Set.of();

	@BeforeAll
	static void findSources() throws IOException {
		mainSources = new ArrayList<>();
		for (String module : List.of("centre", "verifier", "bench")) {
			mainSources.addAll(files(TOP.resolve(module).resolve("src/main/java"), ".java"));
		}
		try (Stream<Path> folders = Files.list(CENTRE.resolve("resources/db"))) {
			schemas = folders.map(f -> f.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
		}
		assertThat(mainSources).hasSizeGreaterThan(50);
		assertThat(schemas).contains("platform");
	}

	@Test
	void methodsFitAScreen() throws IOException {
		List<String> tooLong = new ArrayList<>();
		read(mainSources, (unit, trees) -> new TreeScanner<Void, Void>() {
			@Override
			public Void visitMethod(MethodTree method, Void nothing) {
				long lines = lines(unit, trees, method);
				if (lines > METHOD_LINES) {
					tooLong.add(TOP.relativize(Path.of(unit.getSourceFile().toUri())) + ": " + method.getName() + " has " + lines + " lines");
				}
				return super.visitMethod(method, nothing);
			}
		}.scan(unit, null));
		assertThat(tooLong).isEmpty();
	}

	@Test
	void filesHaveOneReasonToChange() throws IOException {
		List<String> tooLong = new ArrayList<>();
		for (Path file : mainSources) {
			int lines = Files.readAllLines(file).size();
			if (lines > FILE_LINES) {
				tooLong.add(TOP.relativize(file) + " has " + lines + " lines");
			}
		}
		assertThat(tooLong).isEmpty();
	}

	@Test
	void nothingIsLeftForLater() throws IOException {
		Pattern marker = Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b|^import lombok\\.", Pattern.MULTILINE);
		List<String> found = new ArrayList<>();
		for (Path file : mainSources) {
			if (marker.matcher(Files.readString(file)).find()) {
				found.add(TOP.relativize(file).toString());
			}
		}
		assertThat(found).isEmpty();
	}

	@Test
	void noTestIsSwitchedOff() throws IOException {
		List<String> found = new ArrayList<>();
		for (String module : List.of("centre", "verifier", "bench")) {
			for (Path file : files(TOP.resolve(module).resolve("src/test/java"), ".java")) {
				if (Pattern.compile("^\\s*@(Disabled|Ignore)\\b", Pattern.MULTILINE).matcher(Files.readString(file)).find()) {
					found.add(TOP.relativize(file).toString());
				}
			}
		}
		assertThat(found).isEmpty();
	}

	@Test
	void aModulesStatementsNameItsOwnSchemaOnly() throws IOException {
		List<String> found = new ArrayList<>();
		Path root = CENTRE.resolve("java/org/nafidha");
		read(files(root, ".java"), (unit, trees) -> new TreeScanner<Void, Void>() {
			@Override
			public Void visitLiteral(LiteralTree literal, Void nothing) {
				if (literal.getValue() instanceof String text) {
					Path file = Path.of(unit.getSourceFile().toUri());
					foreign(text, root.relativize(file).getName(0).toString()).forEach(name -> found.add(TOP.relativize(file) + " names " + name));
				}
				return super.visitLiteral(literal, nothing);
			}
		}.scan(unit, null));
		assertThat(found).isEmpty();
	}

	@Test
	void aModulesMigrationsNameItsOwnSchemaOnly() throws IOException {
		List<String> found = new ArrayList<>();
		for (Path file : files(CENTRE.resolve("resources/db"), ".sql")) {
			String module = file.getParent().getFileName().toString();
			String statements = Files.readString(file).replaceAll("--[^\n]*", "").replaceAll("'[^']*'", "''");
			schemaNames(statements, module).forEach(name -> found.add(TOP.relativize(file) + " names " + name));
		}
		assertThat(found).isEmpty();
	}

	@Test
	void aForeignSchemaIsNoticed() {
		Set<String> before = schemas;
		try {
			schemas = Set.of("journal", "cases");
			assertThat(foreign("select 1 from journal.entry e", "cases")).containsExactly("journal.entry");
			assertThat(foreign(" union all\n select 1 from journal.entry", "cases")).containsExactly("journal.entry");
			assertThat(foreign("select journal.next()", "cases")).containsExactly("journal.next");
			assertThat(foreign("select c.revision from cases.case_file c", "cases")).isEmpty();
			assertThat(foreign("journal.append", "cases")).isEmpty();
			assertThat(foreign("select 1 from journal.pace_for_cases", "cases")).isEmpty();
			assertThat(foreign("select 1 from journal.pace_for_tasks", "cases")).containsExactly("journal.pace_for_tasks");
		} finally {
			schemas = before;
		}
	}

	/** Other modules' schemas that a text names as tables or, if it is a statement, in any place. */
	private static List<String> foreign(String text, String module) {
		if (STATEMENT.matcher(text).find()) {
			return schemaNames(text, module);
		}
		List<String> found = new ArrayList<>();
		Matcher m = Pattern.compile("\\b(?:from|join|into|update)\\s+([a-z]+)(\\.[a-z_]+)").matcher(text.toLowerCase(Locale.ROOT));
		while (m.find()) {
			if (schemas.contains(m.group(1)) && !m.group(1).equals(module)) {
				found.add(m.group(1) + m.group(2));
			}
		}
		return found;
	}

	private static List<String> schemaNames(String statement, String module) {
		String others = schemas.stream().filter(s -> !s.equals(module)).collect(Collectors.joining("|"));
		return Pattern.compile("(?<![\\w.])(?:" + others + ")\\.[a-z_]+").matcher(statement.toLowerCase(Locale.ROOT)).results().map(r -> r.group())
				.filter(name -> !name.endsWith("_for_" + module)).toList();
	}

	private static long lines(CompilationUnitTree unit, Trees trees, Tree tree) {
		LineMap map = unit.getLineMap();
		long start = trees.getSourcePositions().getStartPosition(unit, tree);
		long end = trees.getSourcePositions().getEndPosition(unit, tree);
		return start < 0 || end < 0 ? 0 : map.getLineNumber(end) - map.getLineNumber(start) + 1;
	}

	private static void read(List<Path> sources, BiConsumer<CompilationUnitTree, Trees> reader) throws IOException {
		var compiler = ToolProvider.getSystemJavaCompiler();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
			JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
			Trees trees = Trees.instance(task);
			task.parse().forEach(unit -> reader.accept(unit, trees));
		}
	}

	private static List<Path> files(Path root, String ending) throws IOException {
		if (!Files.isDirectory(root)) {
			return List.of();
		}
		try (Stream<Path> all = Files.walk(root)) {
			return all.filter(f -> f.toString().endsWith(ending)).sorted().toList();
		}
	}
}
